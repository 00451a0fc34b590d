'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Command, useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { api } from '#trpc/client.ts';
import { ChangeMeeting } from './meeting-form.tsx';
import type { Meeting } from './types.ts';

/** What is done with a meeting as a whole: change, publish, call off. Publishing and calling off are asked once more. */
export function MeetingActs({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('meetings.acts');
  const publish = useCommand(api.meetings.publish.mutate);
  const cancel = useCommand(api.meetings.cancel.mutate);
  if (!meeting.mayPlan) return null;
  return (
    <>
      <PlanDialog action={t('change')} title={t('changeTitle')}>
        {(close) => <ChangeMeeting meeting={meeting} onDone={close} />}
      </PlanDialog>
      {meeting.state === 'over' ? null : <Asked id={meeting.id} command={cancel} act="cancel" danger />}
      {meeting.state === 'draft' ? <Asked id={meeting.id} command={publish} act="publish" /> : null}
    </>
  );
}

type Props<Output> = {
  id: string;
  command: Command<{ meetingId: string }, Output>;
  act: 'publish' | 'cancel';
  danger?: boolean;
};

function Asked<Output>({ id, command, act, danger = false }: Props<Output>) {
  const t = useTranslations('meetings.acts');
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size={danger ? 'small' : undefined}
        look={danger ? 'danger' : 'primary'}
        onClick={() => setAsking(true)}
      >
        {t(`${act}.do`)}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t(`${act}.title`)}
        confirm={t(`${act}.do`)}
        danger={danger}
        pending={command.pending}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          if (!(await command.run({ meetingId: id }))) return;
          setAsking(false);
          router.refresh();
        }}
      >
        <p>{command.message ?? t(`${act}.note`)}</p>
      </ConfirmDialog>
    </>
  );
}
