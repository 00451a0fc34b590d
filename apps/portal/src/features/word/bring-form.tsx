'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { bring } from '#features/contribution/use-uploads.ts';
import { paths } from '#features/paths.ts';

/** Sends a Word file to be read. It is kept for its sender alone, and changes nothing. */
export function BringForm({ textId }: { textId: string }) {
  const t = useTranslations('word.bring');
  const e = useTranslations('errors');
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File) || file.name === '') return setProblem(t('choose'));
    setPending(true);
    setProblem(null);
    const done = await bring(file, () => undefined);
    setPending(false);
    if (done.fileId) return router.push(paths.bringIn(textId, done.fileId));
    setProblem(e(problemKey(done.problem), done.params ?? {}));
  }

  return (
    <form onSubmit={send} noValidate aria-busy={pending}>
      <Field name="file" label={t('file')} description={t('fileHelp')} error={problem}>
        <TextField
          type="file"
          name="file"
          accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        />
      </Field>
      <Button type="submit" look="primary" className="mt-5" disabled={pending}>
        {pending ? t('reading') : t('read')}
      </Button>
    </form>
  );
}

const problemKey = (problem: string | null | undefined) => (problem ?? 'unknown') as 'unknown';
