'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** One thing an administrator or officer does to somebody's access, and what it is done to. */
export type AccessChange =
  | { kind: 'end' | 'inviteAgain' | 'revokeSessions' | 'disconnectProvider'; personId: string }
  | { kind: 'revokeSession'; sessionId: string }
  | { kind: 'endAppointment'; appointmentId: string; revision: number }
  | { kind: 'revokeAttestation'; attestationId: string };

type Sent = { change: AccessChange; commandId: string };

function send({ change, commandId }: Sent): Promise<unknown> {
  switch (change.kind) {
    case 'end':
      return api.people.end.mutate({ commandId, personId: change.personId });
    case 'inviteAgain':
      return api.people.inviteAgain.mutate({ commandId, personId: change.personId });
    case 'revokeSessions':
      return api.people.revokeSessions.mutate({ commandId, personId: change.personId });
    case 'disconnectProvider':
      return api.people.disconnectProvider.mutate({ commandId, personId: change.personId });
    case 'revokeSession':
      return api.people.revokeSession.mutate({ commandId, sessionId: change.sessionId });
    case 'endAppointment': {
      const { appointmentId, revision } = change;
      return api.people.endAppointment.mutate({ commandId, appointmentId, revision });
    }
    case 'revokeAttestation':
      return api.people.revokeAttestation.mutate({ commandId, attestationId: change.attestationId });
  }
}

type Props = { change: AccessChange; about: string; small?: boolean };

/** A button that says what follows, asks once more, and does it. */
export function AccessAction({ change, about, small = true }: Props) {
  const t = useTranslations(`person.actions.${change.kind}`);
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand((sent: Sent) => send(sent).then(() => true));
  const danger = change.kind !== 'inviteAgain';

  async function confirm() {
    if (!(await command.run({ change }))) return;
    setOpen(false);
    toast(t('done'));
    router.refresh();
  }

  return (
    <>
      <Button
        look={danger ? 'danger' : 'plain'}
        size={small ? 'small' : 'normal'}
        className={small ? 'whitespace-nowrap' : undefined}
        onClick={() => setOpen(true)}
      >
        {t('action')}
        <span className="sr-only">: {about}</span>
      </Button>
      <ConfirmDialog
        open={open}
        title={t('title')}
        confirm={t('action')}
        danger={danger}
        pending={command.pending}
        onConfirm={confirm}
        onClose={() => {
          setOpen(false);
          command.reset();
        }}
      >
        <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
        <p className="font-semibold text-ink wrap-anywhere">{about}</p>
        <p>{t('follows')}</p>
      </ConfirmDialog>
    </>
  );
}
