'use client';

import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import { cx } from '#components/ui/cx.ts';
import { ActivityRow } from './activity-row.tsx';
import { AddPart } from './add-part.tsx';
import { PartButtons } from './part-buttons.tsx';
import { RenameUnit } from './rename-unit.tsx';
import type { ActivityKind, Editor, EditorUnit } from './types.ts';
import type { Outline } from './use-outline.ts';

/** What is dragged, by its own type so that nothing else can be dropped here. */
export const DRAGGED = 'application/x-concord-part';

type Props = { unit: EditorUnit; index: number; editor: Editor; outline: Outline };

/** A unit of the draft with its activities; activities and units can be dropped on it. */
export function UnitRow({ unit, index, editor, outline }: Props) {
  const t = useTranslations('authoring.outline');
  const [over, setOver] = useState(false);
  const title = unit.titles[editor.course.sourceLanguage] ?? unit.key;

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const [part, id = ''] = event.dataTransfer.getData(DRAGGED).split(' ');
    if (part === 'unit') outline.moveUnit(id, { unitId: unit.id, at: index });
    if (part === 'activity') outline.moveActivity(id, { unitId: unit.id, at: unit.activities.length });
  }

  return (
    <li
      draggable
      onDragStart={(event) => {
        if (event.target === event.currentTarget) event.dataTransfer.setData(DRAGGED, `unit ${unit.id}`);
      }}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx('rounded-md border bg-paper', over ? 'border-accent' : 'border-line-strong')}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line bg-wash px-3 py-2">
        <h3 className="min-w-0 wrap-anywhere" lang={editor.course.sourceLanguage}>
          {index + 1} {title}
        </h3>
        <div className="flex flex-wrap items-center gap-1">
          <RenameUnit unit={unit} editor={editor} />
          <PartButtons
            id={unit.id}
            title={title}
            onMove={(step, focus) => outline.moveUnit(unit.id, step, focus)}
            onRemove={() => outline.remove('unit', unit.id, unit.titles)}
          />
        </div>
      </div>
      {unit.activities.length === 0 ? <p className="px-3 py-2 text-sm text-ink-2">{t('empty')}</p> : null}
      <ol>
        {unit.activities.map((activity, at) => (
          <ActivityRow
            key={activity.id}
            activity={activity}
            unitId={unit.id}
            at={at}
            editor={editor}
            outline={outline}
          />
        ))}
      </ol>
      <div className="border-t border-line px-3 py-2.5">
        <AddPart
          label={t('addActivity')}
          kinds={CHOICES}
          onAdd={(name, kind) => outline.addActivity(unit, kind ?? 'page', name)}
        />
      </div>
    </li>
  );
}

/** The kinds an author can choose from, in this order. */
const CHOICES: readonly ActivityKind[] = ['page', 'video', 'file', 'quiz', 'assignment', 'session'];
