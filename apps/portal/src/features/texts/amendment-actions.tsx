'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';
import { Decide, type Outcome } from './decide.tsx';
import type { Amendment } from './types.ts';

type Props = {
  amendment: Pick<Amendment, 'id' | 'own' | 'joined' | 'outcome'>;
  may: { decide: boolean; table: boolean };
  /** Called when something was done, besides the page being fetched again. */
  onDone?: () => void;
};

/** What a delegate may do with an amendment (join, leave, withdraw), and what the chair makes of it. */
export function AmendmentActions({ amendment, may, onDone }: Props) {
  const t = useTranslations('texts.amendment');
  const router = useRouter();
  const { id, own, joined, outcome } = amendment;
  const [deciding, setDeciding] = useState<Outcome | null>(null);
  // Dialogs are made when the first is asked for, and stay, so that the focus finds its way back.
  const [asked, setAsked] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const join = useCommand(api.texts.join.mutate);
  const leave = useCommand(api.texts.leave.mutate);
  const withdraw = useCommand(api.texts.withdraw.mutate);
  if (outcome !== null || (!may.decide && !may.table)) return null;

  async function run(command: typeof join) {
    const done = await command.run({ amendmentId: id });
    if (!done) return;
    setWithdrawing(false);
    router.refresh();
    onDone?.();
  }

  function ask(open: () => void) {
    setAsked(true);
    open();
  }

  const failed = join.message ?? leave.message ?? withdraw.message;
  return (
    <div className="no-print mt-2 flex flex-wrap gap-1.5">
      {may.table && !own && !joined ? (
        <Button size="small" disabled={join.pending} onClick={() => run(join)}>
          {t('join')}
        </Button>
      ) : null}
      {may.table && joined ? (
        <Button size="small" disabled={leave.pending} onClick={() => run(leave)}>
          {t('leave')}
        </Button>
      ) : null}
      {may.table && own ? (
        <Button size="small" onClick={() => ask(() => setWithdrawing(true))}>
          {t('withdraw')}
        </Button>
      ) : null}
      {may.decide
        ? (['accepted', 'merged', 'rejected'] as const).map((one) => (
            <Button key={one} size="small" onClick={() => ask(() => setDeciding(one))}>
              {t(`decide.submit.${one}`)}…
            </Button>
          ))
        : null}
      {failed ? (
        <p role="alert" className="w-full text-sm font-semibold text-bad">
          {failed}
        </p>
      ) : null}
      {asked ? (
        <>
          <Decide
            amendmentId={id}
            outcome={deciding}
            onClose={() => setDeciding(null)}
            onDone={() => {
              setDeciding(null);
              onDone?.();
            }}
          />
          <ConfirmDialog
            open={withdrawing}
            title={t('withdrawTitle')}
            confirm={t('withdraw')}
            pending={withdraw.pending}
            onConfirm={() => run(withdraw)}
            onClose={() => setWithdrawing(false)}
          >
            {t('withdrawHelp')}
          </ConfirmDialog>
        </>
      ) : null}
    </div>
  );
}
