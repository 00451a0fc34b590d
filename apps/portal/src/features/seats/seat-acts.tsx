'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ActDialog } from '#components/act-dialog.tsx';
import { CommandForm } from '#components/command-form.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Asks for a seat for oneself. */
export function AskForSeat({ cohortId }: { cohortId: string }) {
  const t = useTranslations('seats.acts');
  const router = useRouter();
  const [me, setMe] = useState<string | null>(null);
  const command = useCommand(api.seats.requestOwn.mutate);
  async function ask() {
    const done = await command.run({ cohortId });
    if (!done) return;
    setMe(done.lines[0]?.state === 'holds' ? t('ask.given') : t('ask.done'));
    router.refresh();
  }
  return (
    <div>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      <Button look="primary" disabled={command.pending} onClick={ask}>
        {t('ask.action')}
      </Button>
      <span role="status" className="sr-only">
        {me}
      </span>
    </div>
  );
}

type Act = 'agree' | 'refuse' | 'withdraw' | 'moveForward';
type ActProps = { act: Act; cohortId: string; personId: string; about: string };

const acts = {
  agree: api.seats.agree.mutate,
  refuse: api.seats.refuse.mutate,
  withdraw: api.seats.withdraw.mutate,
  moveForward: api.seats.moveForward.mutate,
};

/** One decision over a request, with the reason all nations read; it is needed unless somebody agrees or leaves. */
export function SeatAct({ act, about, ...seat }: ActProps) {
  const t = useTranslations(`seats.acts.${act}`);
  return (
    <ActDialog about={about} action={t('action')} title={t('title')} danger={act === 'refuse'}>
      {(close) => <ActForm act={act} {...seat} onClose={close} />}
    </ActDialog>
  );
}

type FormProps = Omit<ActProps, 'about'> & { onClose: () => void };

function ActForm({ act, cohortId, personId, onClose }: FormProps) {
  const t = useTranslations(`seats.acts.${act}`);
  const words = useTranslations();
  const router = useRouter();
  const command = useCommand(acts[act]);
  const needed = act === 'refuse' || act === 'moveForward';
  return (
    <CommandForm
      command={command}
      input={(form) => ({ cohortId, personId, reason: String(form.get('reason') ?? '').trim() })}
      submit={t('action')}
      actions={<Button onClick={onClose}>{words('common.cancel')}</Button>}
      onDone={() => {
        onClose();
        toast(t('done'));
        router.refresh();
      }}
    >
      <p className="text-ink-2">{t('follows')}</p>
      <Field
        name="reason"
        label={words('seats.acts.reason')}
        description={words('seats.acts.reasonNote')}
        error={command.errorOf('reason')}
      >
        <TextArea name="reason" rows={3} maxLength={500} aria-required={needed} />
      </Field>
    </CommandForm>
  );
}
