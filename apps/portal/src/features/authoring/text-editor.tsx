'use client';

import { textState } from '@concord/api/features/authoring/rules';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { ViewButton } from '#components/ui/view-button.tsx';
import { languageName } from '#i18n/language-name.ts';
import { LivePreview } from './live-preview.tsx';
import { TextPane } from './text-pane.tsx';
import type { EditedActivity } from './types.ts';
import { useText } from './use-text.ts';

type Props = { course: string; edited: EditedActivity; languages: readonly string[]; label: string };

/** A text in the language of its source on the left; on the right how it will look, or its translation. */
export function TextEditor({ course, edited, languages, label }: Props) {
  const t = useTranslations('authoring.text');
  const [beside, setBeside] = useState<string | null>(null);
  const { activity, courseId, sourceLanguage, texts } = edited;
  const stored = texts[sourceLanguage];
  const editing = useText({ courseId, course, activity, language: sourceLanguage, stored, follows: null });
  return (
    <section aria-label={label}>
      <fieldset className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <legend className="sr-only">{t('beside')}</legend>
        <ViewButton aria-pressed={beside === null} onClick={() => setBeside(null)}>
          {t('preview')}
        </ViewButton>
        {languages
          .filter((language) => language !== sourceLanguage)
          .map((language) => (
            <ViewButton key={language} aria-pressed={beside === language} onClick={() => setBeside(language)}>
              {languageName(language)} <State edited={edited} language={language} />
            </ViewButton>
          ))}
      </fieldset>
      <div className="grid gap-6 xl:grid-cols-2">
        <TextPane
          courseId={courseId}
          language={sourceLanguage}
          editing={editing}
          label={`${label}, ${languageName(sourceLanguage)}`}
        />
        {beside === null ? (
          <LivePreview
            courseId={courseId}
            language={sourceLanguage}
            source={editing.text}
            start={stored?.html ?? ''}
          />
        ) : (
          <Translation
            key={beside}
            course={course}
            edited={edited}
            language={beside}
            label={label}
            follows={editing.hash}
          />
        )}
      </div>
    </section>
  );
}

type TranslationProps = {
  course: string;
  edited: EditedActivity;
  language: string;
  label: string;
  /** The hash of the source as it was last kept. */
  follows: string | null;
};

function Translation({ course, edited, language, label, follows }: TranslationProps) {
  const t = useTranslations('authoring.text');
  const [preview, setPreview] = useState(false);
  const { activity, courseId, texts } = edited;
  const stored = texts[language];
  const editing = useText({ courseId, course, activity, language, stored, follows });
  const stale = stateOf(edited, language) === 'stale';
  return (
    <div className="min-w-0">
      {stale ? (
        <div className="mb-2 flex flex-wrap items-center gap-3 border-l-3 border-warn pl-3 text-sm text-warn">
          <p>{t('stale')}</p>
          <Button size="small" onClick={editing.confirm}>
            {t('stillRight')}
          </Button>
        </div>
      ) : null}
      <TextPane
        courseId={courseId}
        language={language}
        editing={editing}
        label={`${label}, ${languageName(language)}`}
      />
      <Button size="small" look="quiet" aria-expanded={preview} onClick={() => setPreview(!preview)}>
        {t(preview ? 'hidePreview' : 'showPreview')}
      </Button>
      {preview ? (
        <LivePreview
          courseId={courseId}
          language={language}
          source={editing.text}
          start={stored?.html ?? ''}
        />
      ) : null}
    </div>
  );
}

function stateOf({ texts, sourceLanguage }: EditedActivity, language: string) {
  const own = texts[language];
  const text = own && { sourceHash: own.follows, empty: own.source.trim() === '' };
  return textState(text, texts[sourceLanguage]?.follows);
}

function State({ edited, language }: { edited: EditedActivity; language: string }) {
  const t = useTranslations('authoring.languages');
  const state = stateOf(edited, language);
  if (state === 'current') return null;
  return <Tag tone={state === 'missing' ? 'bad' : 'warn'}>{t(state)}</Tag>;
}
