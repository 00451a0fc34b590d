'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import { EnterLetter } from './enter-letter.tsx';
import { MoveEnd } from './move-end.tsx';
import { ReasonForm } from './reason-form.tsx';
import type { Can } from './types.ts';

type Props = {
  textId: string;
  silenceId: string;
  can: readonly Can[];
  nations: readonly { id: string; name: string }[];
};

const acts = ['resume', 'extend', 'enterLetter', 'refer', 'lapse', 'withdraw'] as const;
type Act = (typeof acts)[number];

/** What the chair may do to a silence: give more time, let it go on, enter a letter, or end it. */
export function ChairActs({ textId, silenceId, can, nations }: Props) {
  const t = useTranslations('silence.chair');
  const router = useRouter();
  const [act, setAct] = useState<Act | null>(null);
  const onDone = (words: string) => {
    setAct(null);
    toast(words);
    router.refresh();
  };
  const onCancel = () => setAct(null);
  return (
    <>
      {acts
        .filter((one) => can.includes(one))
        .map((one) => (
          <Button key={one} size="small" onClick={() => setAct(one)}>
            {t(`buttons.${one}`)}
          </Button>
        ))}
      <Dialog open={act !== null} onClose={onCancel} title={t(`titles.${act ?? 'extend'}`)}>
        {act === 'extend' || act === 'resume' ? (
          <MoveEnd {...{ act, textId, silenceId, onCancel, onDone }} />
        ) : null}
        {act === 'enterLetter' ? <EnterLetter {...{ silenceId, nations, onCancel, onDone }} /> : null}
        {act === 'refer' || act === 'lapse' || act === 'withdraw' ? (
          <End {...{ kind: act, silenceId, onCancel, onDone }} />
        ) : null}
      </Dialog>
    </>
  );
}

type EndProps = {
  kind: 'withdraw' | 'refer' | 'lapse';
  silenceId: string;
  onCancel: () => void;
  onDone: (words: string) => void;
};

function End({ kind, silenceId, onCancel, onDone }: EndProps) {
  const t = useTranslations('silence.chair');
  const command = useCommand(api.silence.end.mutate);
  return (
    <ReasonForm
      command={command}
      input={(reason) => ({ silenceId, kind, reason })}
      submit={t(`submit.${kind}`)}
      label={t('why')}
      required
      onCancel={onCancel}
      onDone={() => onDone(t(`done.${kind}`))}
    >
      <p>{t(`consequence.${kind}`)}</p>
      <p>{t('final')}</p>
    </ReasonForm>
  );
}
