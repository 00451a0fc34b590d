'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ErrorWords, failureWords } from '#commands/words.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { languageName } from '#i18n/language-name.ts';
import { api } from '#trpc/client.ts';
import { Conflict } from './conflict.tsx';
import { SavedLine } from './saved-line.tsx';
import type { About } from './types.ts';
import { type Stored, useKept } from './use-kept.ts';

type Text = About['texts'][number];
type Words = Pick<Text, 'title' | 'summary' | 'audience' | 'description'> & { objectives: string };

const storedOf = ({ base, objectives, title, summary, audience, description }: Text): Stored<Words> => ({
  value: { title, summary, audience, description, objectives: objectives.join('\n') },
  ...{ base, savedAt: null, savedBy: null },
});

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What a course says of itself in one language: kept as it is typed, in the browser while there is no connection. */
export function AboutForm({ course, courseId, text }: { course: string; courseId: string; text: Text }) {
  const t = useTranslations('authoring.about');
  const words = useTranslations() as unknown as ErrorWords;
  const router = useRouter();
  const { language } = text;
  const kept = useKept<Words>({
    place: `about.${courseId}.${language}`,
    stored: storedOf(text),
    refusedAs: 'authoring.changedMeanwhile',
    send: async ({ title, objectives, ...value }, base) => {
      const of = { commandId: crypto.randomUUID(), courseId, language, base: base ?? '' };
      const typed = { ...value, title: title.trim(), objectives: linesOf(objectives) };
      return api.authoring.saveCourseText.mutate({ ...of, ...typed });
    },
    latest: async () => {
      const now = await api.authoring.facts.query({ course });
      const other = now.texts.find((one) => one.language === language);
      return other ? storedOf(other) : null;
    },
  });
  const { value, theirs } = kept;
  const failure = kept.failure ? failureWords(kept.failure, words) : null;
  const errorOf = (path: string) => failure?.entries.find((entry) => entry.path === path)?.message ?? null;
  const area = (name: keyof Words, rows: number, hint?: string) => (
    <Field
      name={`${name}-${language}`}
      label={t(name)}
      description={hint}
      error={errorOf(name)}
      optional={name !== 'summary'}
    >
      <TextArea
        name={name}
        lang={language}
        rows={rows}
        value={value[name]}
        onChange={({ target }) => kept.write({ ...value, [name]: target.value })}
      />
    </Field>
  );
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault();
        if (await kept.save()) router.refresh();
      }}
      noValidate
      aria-label={languageName(language)}
      className="flex min-w-0 flex-col gap-4"
    >
      <h3>{languageName(language)}</h3>
      <ErrorSummary message={failure?.message ?? null} entries={[]} attempt={failure ? 1 : 0} />
      <Field name={`title-${language}`} label={t('title')} error={errorOf('title')}>
        <TextField
          name="title"
          lang={language}
          maxLength={300}
          value={value.title}
          onChange={({ target }) => kept.write({ ...value, title: target.value })}
        />
      </Field>
      {area('summary', 2)}
      {area('audience', 2)}
      {area('objectives', 3, t('objectivesHint'))}
      {area('description', 4)}
      <div>
        <Button type="submit" disabled={kept.state === 'saving' || kept.state === 'conflict'}>
          {t('saveTexts', { language: languageName(language) })}
        </Button>
        <SavedLine savedAt={kept.savedAt} state={kept.state} />
        <Conflict
          theirs={theirs && { ...theirs, words: Object.values(theirs.value).filter(Boolean).join('\n\n') }}
          language={language}
          settle={kept.settle}
        />
      </div>
    </form>
  );
}
