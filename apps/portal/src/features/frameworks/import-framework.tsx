'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { ImportChanges } from './import-changes.tsx';
import { ImportProblems } from './import-problems.tsx';
import type { FrameworkPreview } from './types.ts';

/** Takes a framework's file: first what it would change, then all of it or nothing. */
export function ImportFramework() {
  const t = useTranslations('frameworks.import');
  const router = useRouter();
  const [file, setFile] = useState<{ content: string; preview: FrameworkPreview } | null>(null);
  const [state, setState] = useState<'idle' | 'reading' | 'failed'>('idle');
  const command = useCommand(api.frameworks.take.mutate);
  async function look(chosen: File | undefined) {
    setFile(null);
    command.reset();
    if (!chosen) return setState('idle');
    setState('reading');
    try {
      const content = await chosen.text();
      setFile({ content, preview: await api.frameworks.preview.mutate({ content }) });
      setState('idle');
    } catch {
      setState('failed');
    }
  }
  async function take() {
    if (!file?.preview.read) return;
    const done = await command.run({ content: file.content, basis: file.preview.read.basis });
    if (!done) return;
    toast(t(`done_${done.outcome}`));
    router.push(paths.framework(done.frameworkId));
    router.refresh();
  }
  const read = file?.preview.read;
  return (
    <>
      <Field
        name="content"
        label={t('file')}
        description={t('hint')}
        error={state === 'failed' ? t('unreadable') : null}
      >
        <TextField
          type="file"
          accept=".json,application/json"
          onChange={({ target }) => look(target.files?.[0])}
        />
      </Field>
      <div aria-live="polite" className="mt-5">
        {state === 'reading' ? <p className="text-ink-2">{t('reading')}</p> : null}
        {read ? <ImportChanges read={read} /> : null}
        {file ? <ImportProblems preview={file.preview} /> : null}
      </div>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      {read && !read.unchanged ? (
        <Button look="primary" className="mt-2" disabled={command.pending} onClick={take}>
          {t('submit', { code: read.code, version: read.version })}
        </Button>
      ) : null}
    </>
  );
}
