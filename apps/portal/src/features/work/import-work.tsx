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
import { api } from '#trpc/client.ts';
import { readText } from './read-text.ts';
import type { WorkPreview } from './types.ts';

/** Takes a file of who does which work: first what it would do, line by line, then all of it or nothing. */
export function ImportWork() {
  const t = useTranslations('work.import');
  const router = useRouter();
  const [read, setRead] = useState<{ content: string; preview: WorkPreview } | null>(null);
  const [failed, setFailed] = useState(false);
  const command = useCommand(api.work.importFile.mutate);
  async function look(file: File | undefined) {
    setRead(null);
    setFailed(false);
    if (!file) return;
    try {
      const content = await readText(file);
      setRead({ content, preview: await api.work.preview.mutate({ content }) });
    } catch {
      setFailed(true);
    }
  }
  async function take() {
    if (!read) return;
    const done = await command.run({ content: read.content });
    if (!done) return;
    toast(t('done', { count: done.given }));
    router.push('/people/work');
    router.refresh();
  }
  return (
    <>
      <Field name="file" label={t('file')} description={t('hint')} error={failed ? t('unreadable') : null}>
        <TextField
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={({ target }) => look(target.files?.[0])}
        />
      </Field>
      <div aria-live="polite" className="mt-5">
        {read ? <Lines preview={read.preview} /> : null}
      </div>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      {read && read.preview.problem === null && read.preview.lines.every(({ problem }) => !problem) ? (
        <Button look="primary" className="mt-4" disabled={command.pending} onClick={take}>
          {t('submit', { count: read.preview.ready })}
        </Button>
      ) : null}
    </>
  );
}

function Lines({ preview }: { preview: WorkPreview }) {
  const t = useTranslations('work.import');
  const { problem, lines, ready } = preview;
  if (problem) return <p className="font-semibold text-bad">{t(`file_${problem}`)}</p>;
  const wrong = lines.filter((line) => line.problem !== null);
  return (
    <>
      <p className="mb-2 font-semibold">{t('read', { ready, wrong: wrong.length })}</p>
      <ul className="border-t border-line">
        {(wrong.length > 0 ? wrong : lines.slice(0, 50)).map((line) => (
          <li key={line.line} className="flex flex-wrap gap-x-3 border-b border-line py-1.5">
            <span className="text-ink-3">{t('line', { line: line.line })}</span>
            <span className="wrap-anywhere">{t('gives', { person: line.person, work: line.work })}</span>
            {line.problem ? <b className="text-bad">{t(`line_${line.problem}`)}</b> : null}
          </li>
        ))}
      </ul>
    </>
  );
}
