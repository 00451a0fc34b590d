'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { api } from '#trpc/client.ts';

type Props = { importId: string; ready: number; begun: boolean };

/** Writes the lines that are ready, fifty at a time; stopped half-way, it goes on where it was. */
export function WriteImport({ importId, ready, begun }: Props) {
  const t = useTranslations('imports');
  const router = useRouter();
  const [left, setLeft] = useState<number | null>(null);
  const command = useCommand(api.imports.writeNext.mutate);

  async function write() {
    let remaining = ready;
    setLeft(remaining);
    while (remaining > 0) {
      const done = await command.run({ importId });
      if (!done) break;
      remaining = done.remaining;
      setLeft(remaining);
    }
    router.refresh();
  }

  const done = left === null ? 0 : Math.max(0, ready - left);
  return (
    <div className="my-5">
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      {left === null ? null : (
        <div className="mb-3 max-w-measure">
          <p role="status">{t('written', { done, total: ready })}</p>
          <ProgressBar done={done} total={ready} label={t('written', { done, total: ready })} />
        </div>
      )}
      <Button look="primary" disabled={command.pending} onClick={write}>
        {begun ? t('goOn', { count: ready }) : t('write', { count: ready })}
      </Button>
    </div>
  );
}
