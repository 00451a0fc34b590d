'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ErrorWords, failureWords } from '#commands/words.ts';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { languageName } from '#i18n/language-name.ts';
import { api } from '#trpc/client.ts';
import { Conflict } from './conflict.tsx';
import { SavedLine } from './saved-line.tsx';
import { useKept } from './use-kept.ts';

type Props = {
  course: string;
  courseId: string;
  part: 'unit' | 'activity';
  id: string;
  titles: Readonly<Record<string, string>>;
  languages: readonly string[];
};

/** The title of a part in each language, kept as it is typed and in the browser while there is no connection. */
export function TitleFields({ languages, ...of }: Props) {
  return (
    <div className="grid gap-3 md:grid-cols-2">
      {languages.map((language) => (
        <TitleField key={language} language={language} {...of} />
      ))}
    </div>
  );
}

type FieldProps = Omit<Props, 'languages'> & { language: string };

function TitleField({ course, courseId, part, id, titles, language }: FieldProps) {
  const t = useTranslations('authoring.outline');
  const words = useTranslations() as unknown as ErrorWords;
  const router = useRouter();
  const title = titles[language] ?? '';
  const kept = useKept<string>({
    place: `title.${id}.${language}`,
    stored: { value: title, base: title, savedAt: null, savedBy: null },
    refusedAs: 'authoring.changedMeanwhile',
    send: async (value, base) => {
      const of = { commandId: crypto.randomUUID(), courseId, part, id, language };
      await api.authoring.rename.mutate({ ...of, title: value, base: base ?? '' });
      router.refresh();
      return { base: value, savedAt: new Date().toISOString() };
    },
    latest: async () => {
      const { units } = await api.authoring.course.query({ course });
      const parts = part === 'unit' ? units : units.flatMap(({ activities }) => activities);
      const now = parts.find((one) => one.id === id)?.titles[language] ?? '';
      return { value: now, base: now, savedAt: null, savedBy: null };
    },
  });
  const failure = kept.failure ? failureWords(kept.failure, words) : null;
  return (
    <div>
      <Field
        name={`title-${part}-${language}`}
        label={t('titleIn', { language: languageName(language) })}
        error={failure ? (failure.entries[0]?.message ?? failure.message) : null}
      >
        <TextField
          lang={language}
          maxLength={300}
          value={kept.value}
          onChange={({ target }) => kept.write(target.value)}
        />
      </Field>
      <SavedLine savedAt={kept.savedAt} state={kept.state} />
      <Conflict
        theirs={kept.theirs && { ...kept.theirs, words: kept.theirs.value }}
        language={language}
        settle={kept.settle}
      />
    </div>
  );
}
