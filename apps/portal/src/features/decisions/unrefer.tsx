'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ActDialog } from '#components/act-dialog.tsx';
import { CommandForm } from '#components/command-form.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

type Props = { textId: string; decision: { id: string; number: string } };

/** Takes a text's reference to an earlier decision back, as long as nothing was decided on the text. */
export function Unrefer({ textId, decision }: Props) {
  const t = useTranslations('decisions.unrefer');
  return (
    <ActDialog about={decision.number} action={t('open')} title={t('title')}>
      {(close) => <Form textId={textId} decision={decision} onClose={close} />}
    </ActDialog>
  );
}

function Form({ textId, decision, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations('decisions.unrefer');
  const router = useRouter();
  const command = useCommand(api.decisions.unrefer.mutate);
  return (
    <CommandForm
      command={command}
      input={() => ({ textId, decisionId: decision.id })}
      submit={t('open')}
      onDone={() => {
        onClose();
        toast(t('done'));
        router.refresh();
      }}
    >
      <p className="text-ink-2">{t('note', { number: decision.number })}</p>
    </CommandForm>
  );
}
