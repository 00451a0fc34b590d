'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { api } from '#trpc/client.ts';
import type { SlotChanges } from './types.ts';

type Props = { slotId: string; latest: number; onChanged: () => Promise<void> };

/** Takes a newer version of a pinned question, after showing what it changes. */
export function SlotUpdate({ slotId, latest, onChanged }: Props) {
  const t = useTranslations('bank.slots');
  const [told, setTold] = useState<SlotChanges | null>(null);
  const command = useCommand(api.bank.updateSlot.mutate);

  async function update() {
    if (!(await command.run({ slotId }))) return;
    setTold(null);
    await onChanged();
  }

  return (
    <>
      <Button size="small" disabled={command.pending} onClick={update}>
        {t('update')}
      </Button>
      <Button
        size="small"
        look="quiet"
        onClick={async () => setTold(await api.bank.slotChanges.query({ slotId }).catch(() => null))}
      >
        {t('see')}
      </Button>
      <Dialog
        open={told !== null}
        onClose={() => setTold(null)}
        title={told ? t('changesTitle', { from: told.number, to: told.latest }) : ''}
      >
        <ErrorSummary message={command.message} attempt={command.attempt} />
        {told ? <Changes told={told} /> : null}
        <Button className="mt-4" look="primary" disabled={command.pending} onClick={update}>
          {t('take', { number: latest })}
        </Button>
      </Dialog>
    </>
  );
}

function Changes({ told }: { told: SlotChanges }) {
  const t = useTranslations('bank.slots');
  if (told.changes.length === 0) return <p>{t('noChanges')}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {told.changes.map(({ what, language, part, before, after }) => (
        <li key={`${what} ${language} ${part}`} lang={language ?? undefined}>
          <p className="text-sm font-semibold">
            {t(`what.${what}`, { part: part ?? '' })}
            {language ? ` · ${language}` : null}
          </p>
          {before === '' ? null : (
            <p className="wrap-anywhere whitespace-pre-wrap">
              <span className="sr-only">{t('before')}: </span>
              <del className="bg-removed">{before}</del>
            </p>
          )}
          {after === '' ? null : (
            <p className="wrap-anywhere whitespace-pre-wrap">
              <span className="sr-only">{t('after')}: </span>
              <ins className="bg-added no-underline">{after}</ins>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
