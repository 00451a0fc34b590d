'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { FileColumns, FileProblems, FileSample } from './file-preview.tsx';
import type { FilePreview } from './types.ts';

const MOST_BYTES = 4_000_000;
type Columns = FilePreview['columns'][number]['field'][];

/** Looks at a file, lets its columns be named, and writes it whole or not at all. */
export function BringFile({ exerciseId, code }: { exerciseId: string; code: string }) {
  const t = useTranslations('injects.file');
  const router = useRouter();
  const [content, setContent] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [preview, setPreview] = useState<FilePreview | null>(null);
  // A look has no effect, so what names it counts for nothing.
  const look = useCommand(({ commandId: _, ...input }: Look) => api.injects.previewFile.mutate(input));
  const write = useCommand(api.injects.bringIn.mutate);
  const columns = preview && preview.columns.length > 0 ? preview.columns.map(({ field }) => field) : null;

  async function lookAt(file: string, asked: Columns | null) {
    const seen = await look.run({ exerciseId, content: file, columns: asked });
    if (seen) setPreview(seen);
  }

  async function onRead(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('file');
    if (!(file instanceof File) || file.name === '') return setProblem(t('choose'));
    if (file.size > MOST_BYTES) return setProblem(t('tooLarge'));
    setProblem(null);
    const read = await base64(file);
    setContent(read);
    await lookAt(read, null);
  }

  async function onWrite() {
    const done = await write.run({ exerciseId, content, columns });
    if (!done) return;
    toast(t('done', done));
    router.push(paths.injects(code));
    router.refresh();
  }

  return (
    <>
      <form onSubmit={onRead} noValidate aria-busy={look.pending} className="mb-8">
        <ErrorSummary message={look.message} entries={look.entries} attempt={look.attempt} />
        <Field name="file" label={t('label')} description={t('hint')} error={problem}>
          <TextField type="file" name="file" accept=".xlsx,.zip,.json" />
        </Field>
        <Button type="submit" className="mt-5" disabled={look.pending}>
          {t('read')}
        </Button>
      </form>
      {preview ? (
        <section aria-labelledby="holds" className="flex flex-col gap-6">
          <h2 id="holds">{t('holds')}</h2>
          <p role="status">
            {t('summary', { lines: preview.lines, added: preview.added, changed: preview.changed })}
          </p>
          <FileColumns preview={preview} onChange={(asked) => void lookAt(content, asked)} />
          <FileProblems preview={preview} />
          <FileSample sample={preview.sample} />
          <ErrorSummary message={write.message} entries={write.entries} attempt={write.attempt} />
          {preview.problemCount === 0 && preview.added + preview.changed > 0 ? (
            <div>
              <Button look="primary" disabled={write.pending || look.pending} onClick={onWrite}>
                {t('write', { count: preview.added + preview.changed })}
              </Button>
            </div>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

type Look = Parameters<typeof api.injects.previewFile.mutate>[0] & { commandId: string };

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(file);
  });
}
