'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Notice } from '#components/notice.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import { filtersPath } from './filters.ts';
import { ImportPreview } from './import-preview.tsx';
import { readAsBase64 } from './read-file.ts';
import { ShelfOptions } from './shelf-options.tsx';
import type { ImportOutcome, ImportPreviewed, Shelf } from './types.ts';

const MOST_BYTES = 5_000_000;
type Wish = { categoryId: string; language: string; content: string };

/** Reads a file, shows what it holds line by line, and writes it once somebody has looked. */
export function ImportQuestions({ shelves, locale }: { shelves: readonly Shelf[]; locale: string }) {
  const t = useTranslations('bank.import');
  const [problem, setProblem] = useState<string | null>(null);
  const [wish, setWish] = useState<Wish | null>(null);
  const [preview, setPreview] = useState<ImportPreviewed | null>(null);
  const [done, setDone] = useState<ImportOutcome | null>(null);
  const read = useCommand(({ commandId: _, ...sent }: Wish & { commandId: string }) =>
    api.bank.previewImport.mutate(sent),
  );
  const write = useCommand(api.bank.import.mutate);

  async function look(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    if (!(file instanceof File) || file.name === '') return setProblem(t('choose'));
    if (file.size > MOST_BYTES) return setProblem(t('tooLarge'));
    setProblem(null);
    setDone(null);
    const content = await readAsBase64(file);
    const wanted = {
      categoryId: String(form.get('categoryId')),
      language: String(form.get('language')),
      content,
    };
    setPreview((await read.run(wanted)) ?? null);
    setWish(wanted);
  }

  async function take() {
    const outcome = wish && (await write.run(wish));
    if (!outcome) return;
    setDone(outcome);
    setPreview(null);
  }

  return (
    <>
      <form onSubmit={look} noValidate aria-busy={read.pending} className="flex flex-col gap-5">
        <ErrorSummary message={read.message} entries={read.entries} attempt={read.attempt} />
        <Field
          name="file"
          label={t('file')}
          description={t('fileHint')}
          error={problem ?? read.errorOf('content')}
        >
          <TextField
            type="file"
            name="file"
            accept=".txt,.gift,.xml,.json,text/plain,text/xml,application/json"
          />
        </Field>
        <Field
          name="categoryId"
          label={t('category')}
          description={t('categoryHint')}
          error={read.errorOf('categoryId')}
        >
          <Select name="categoryId">
            <ShelfOptions shelves={shelves} />
          </Select>
        </Field>
        <Field name="language" label={t('language')} error={read.errorOf('language')} className="w-60">
          <TextField name="language" defaultValue={locale} />
        </Field>
        <div>
          <Button type="submit" look="primary" disabled={read.pending}>
            {t('read')}
          </Button>
        </div>
      </form>
      <div role="status">
        {done && wish ? (
          <Notice
            kind="good"
            title={t('done')}
            action={
              <LinkButton href={filtersPath({ categoryId: wish.categoryId, show: 'live' })}>
                {t('toBank')}
              </LinkButton>
            }
          >
            {t('outcome', done)}
          </Notice>
        ) : null}
      </div>
      {preview ? (
        <section aria-labelledby="holds">
          <h2 id="holds" className="mb-1">
            {t('found')}
          </h2>
          <ImportPreview preview={preview} />
          <ErrorSummary message={write.message} entries={write.entries} attempt={write.attempt} />
          {preview.questions.length > 0 ? (
            <Button className="mt-4" look="primary" disabled={write.pending} onClick={take}>
              {t('write', { count: preview.questions.length })}
            </Button>
          ) : null}
        </section>
      ) : null}
    </>
  );
}
