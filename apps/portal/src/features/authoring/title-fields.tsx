'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { languageName } from '#i18n/language-name.ts';
import { api } from '#trpc/client.ts';
import { SavedLine } from './saved-line.tsx';

type Props = {
  courseId: string;
  part: 'unit' | 'activity';
  id: string;
  titles: Readonly<Record<string, string>>;
  languages: readonly string[];
};

/** The title of a part in each language; each is kept when one leaves its field. */
export function TitleFields({ courseId, part, id, titles, languages }: Props) {
  const t = useTranslations('authoring.outline');
  const router = useRouter();
  const rename = useCommand(api.authoring.rename.mutate);
  const kept = useRef<Record<string, string>>({ ...titles });
  const [savedAt, setSavedAt] = useState<string | null>(null);

  async function keep(language: string, title: string) {
    const before = kept.current[language] ?? '';
    if (title === before) return;
    const done = await rename.run({ courseId, part, id, language, title, base: before });
    if (!done) return;
    kept.current[language] = title;
    setSavedAt(new Date().toISOString());
    router.refresh();
  }

  return (
    <div>
      <ErrorSummary message={rename.message} entries={rename.entries} attempt={rename.attempt} />
      <div className="grid gap-3 md:grid-cols-2">
        {languages.map((language) => (
          <Field
            key={language}
            name={`title-${part}-${language}`}
            label={t('titleIn', { language: languageName(language) })}
          >
            <TextField
              lang={language}
              maxLength={300}
              defaultValue={titles[language] ?? ''}
              onBlur={({ target }) => keep(language, target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') keep(language, event.currentTarget.value);
              }}
            />
          </Field>
        ))}
      </div>
      <SavedLine savedAt={savedAt} />
    </div>
  );
}
