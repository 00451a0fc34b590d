'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { languageName } from '#i18n/language-name.ts';
import { api } from '#trpc/client.ts';
import { SavedLine } from './saved-line.tsx';
import type { About } from './types.ts';

type Text = About['texts'][number];
type Props = { courseId: string; about: About; sourceLanguage: string };

/** What a course says of itself: the source on the left, a translation beside it. */
export function AboutTexts({ courseId, about, sourceLanguage }: Props) {
  const t = useTranslations('authoring.about');
  const others = about.texts.filter(({ language }) => language !== sourceLanguage);
  const [beside, setBeside] = useState(others[0]?.language ?? null);
  const source = about.texts.find(({ language }) => language === sourceLanguage);
  const translation = others.find(({ language }) => language === beside);
  return (
    <section aria-labelledby="about-texts" className="min-w-0">
      <h2 id="about-texts" className="mb-3">
        {t('texts')}
      </h2>
      {others.length > 1 ? (
        <Field name="beside" label={t('beside')} className="mb-4">
          <select
            value={beside ?? ''}
            onChange={({ target }) => setBeside(target.value)}
            className="min-h-10 rounded-md border border-line-field bg-paper px-3"
          >
            {others.map(({ language }) => (
              <option key={language} value={language}>
                {languageName(language)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      <div className="grid gap-8 lg:grid-cols-2">
        {source ? <TextForm courseId={courseId} text={source} /> : null}
        {translation ? <TextForm key={translation.language} courseId={courseId} text={translation} /> : null}
      </div>
    </section>
  );
}

function TextForm({ courseId, text }: { courseId: string; text: Text }) {
  const t = useTranslations('authoring.about');
  const router = useRouter();
  const save = useCommand(api.authoring.saveCourseText.mutate);
  const base = useRef(text.base);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const { language } = text;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string) => String(form.get(name) ?? '').replace(/\r\n?/g, '\n');
    const done = await save.run({
      courseId,
      language,
      base: base.current,
      title: typed('title').trim(),
      summary: typed('summary'),
      audience: typed('audience'),
      objectives: typed('objectives')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      description: typed('description'),
    });
    if (!done) return;
    base.current = done.base;
    setSavedAt(done.savedAt);
    router.refresh();
  }

  const lines = (name: 'summary' | 'audience' | 'description', rows: number) => (
    <Field name={`${name}-${language}`} label={t(name)} optional={name !== 'summary'}>
      <TextArea name={name} lang={language} rows={rows} defaultValue={text[name]} />
    </Field>
  );

  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label={languageName(language)}
      className="flex min-w-0 flex-col gap-4"
    >
      <h3>{languageName(language)}</h3>
      <ErrorSummary message={save.message} entries={save.entries} attempt={save.attempt} />
      <Field name={`title-${language}`} label={t('title')}>
        <TextField name="title" lang={language} maxLength={300} defaultValue={text.title} />
      </Field>
      {lines('summary', 2)}
      {lines('audience', 2)}
      <Field
        name={`objectives-${language}`}
        label={t('objectives')}
        description={t('objectivesHint')}
        optional
      >
        <TextArea name="objectives" lang={language} defaultValue={text.objectives.join('\n')} />
      </Field>
      {lines('description', 4)}
      <div>
        <Button type="submit" disabled={save.pending}>
          {t('saveTexts', { language: languageName(language) })}
        </Button>
        <SavedLine savedAt={savedAt} />
      </div>
    </form>
  );
}
