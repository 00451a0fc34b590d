'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import { cx } from '#components/ui/cx.ts';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { languageName } from '#i18n/language-name.ts';
import { PartButtons } from './part-buttons.tsx';
import type { Editor, EditorActivity } from './types.ts';
import { DRAGGED } from './unit-row.tsx';
import type { Outline } from './use-outline.ts';

type Props = { activity: EditorActivity; unitId: string; at: number; editor: Editor; outline: Outline };

/** An activity in the outline: what it is, how its languages stand, and its place. */
export function ActivityRow({ activity, unitId, at, editor, outline }: Props) {
  const t = useTranslations('authoring');
  const [over, setOver] = useState(false);
  const { course } = editor;
  const { id, key, kind, titles, minutes, required, questionCount } = activity;
  const title = titles[course.sourceLanguage] ?? key;

  function drop(event: DragEvent) {
    const [part, dragged = ''] = event.dataTransfer.getData(DRAGGED).split(' ');
    setOver(false);
    if (part !== 'activity') return;
    event.preventDefault();
    event.stopPropagation();
    if (dragged !== id) outline.moveActivity(dragged, { unitId, at });
  }

  return (
    <li
      draggable
      onDragStart={(event) => {
        event.stopPropagation();
        event.dataTransfer.setData(DRAGGED, `activity ${id}`);
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        'flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t px-3 py-1.5 first:border-t-0',
        over ? 'border-accent bg-accent-wash' : 'border-line',
      )}
    >
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link
          href={paths.editActivity(course.slug, key)}
          lang={course.sourceLanguage}
          className="font-medium text-accent wrap-anywhere hover:underline"
        >
          {title}
        </Link>
        <span className="text-sm text-ink-2">
          {t(`kinds.${kind}`)}
          {kind === 'quiz' ? ` · ${t('outline.questions', { count: questionCount })}` : null}
          {minutes > 0 ? ` · ${t('outline.minutes', { minutes })}` : null}
          {required ? null : ` · ${t('outline.optional')}`}
        </span>
        <States activity={activity} editor={editor} />
      </span>
      <PartButtons
        id={id}
        title={title}
        onMove={(step, focus) => outline.moveActivity(id, step, focus)}
        onRemove={() => outline.remove('activity', id, titles)}
      />
    </li>
  );
}

/** What is missing or behind, by language; a language in order says nothing. */
function States({ activity, editor }: { activity: EditorActivity; editor: Editor }) {
  const t = useTranslations('authoring.languages');
  return editor.languages.map(({ language }) => {
    const missing = activity.states[language] === 'missing' || !activity.titles[language];
    const stale = activity.states[language] === 'stale';
    if (!missing && !stale) return null;
    return (
      <Tag key={language} tone={missing ? 'bad' : 'warn'}>
        {t(missing ? 'missingIn' : 'staleIn', { language: languageName(language) })}
      </Tag>
    );
  });
}
