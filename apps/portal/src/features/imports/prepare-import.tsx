'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import type { CohortList } from '#features/people/types.ts';
import { api } from '#trpc/client.ts';

const MOST_BYTES = 5_000_000;

/** Sends a file to be read; nothing is written before the preview was seen. */
export function PrepareImport({ cohorts }: { cohorts: CohortList['cohorts'] }) {
  const t = useTranslations('imports');
  const locale = useLocale();
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const command = useCommand(api.imports.prepare.mutate);

  async function read(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    if (!(file instanceof File) || file.name === '') return setProblem(t('chooseFile'));
    if (file.size > MOST_BYTES) return setProblem(t('problems.tooLarge', { max: '5 MB' }));
    setProblem(null);
    const content = await base64(file);
    const cohortId = String(form.get('cohortId') ?? '') || null;
    const done = await command.run({ fileName: file.name, content, cohortId });
    if (done) router.push(`/people/import?id=${done.importId}`);
  }

  return (
    <form onSubmit={read} noValidate aria-busy={command.pending}>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      <div className="flex flex-col gap-5">
        <Field
          name="file"
          label={t('file')}
          description={t('fileHint')}
          error={problem ?? command.errorOf('content')}
        >
          <TextField type="file" name="file" accept=".csv,.txt,text/csv" />
        </Field>
        <Field name="cohortId" label={t('cohort')} description={t('cohortHint')} optional>
          <Select name="cohortId">
            <option value="">{t('noCohort')}</option>
            {cohorts.map((cohort) => (
              <option key={cohort.id} value={cohort.id}>
                {inLocale(locale, cohort)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Button type="submit" look="primary" className="mt-6" disabled={command.pending}>
        {t('read')}
      </Button>
    </form>
  );
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(file);
  });
}
