'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** What one press does, by what it is done to. */
export type Act =
  | { do: 'maintain'; positionId: string; versionId: string }
  | { do: 'lift'; textId: string }
  | { do: 'release' | 'takeBack'; positionId: string }
  | { do: 'maintainReservation'; reservationId: string; versionId: string }
  | { do: 'liftReservation'; reservationId: string }
  | { do: 'withdrawStatement'; statementId: string };

type Sent = { commandId: string; act: Act };

function send({ commandId, act }: Sent): Promise<unknown> {
  const { positions } = api;
  switch (act.do) {
    case 'maintain':
      return positions.maintain.mutate({ commandId, positionId: act.positionId, versionId: act.versionId });
    case 'lift':
      return positions.lift.mutate({ commandId, textId: act.textId });
    case 'release':
    case 'takeBack':
      return positions[act.do].mutate({ commandId, positionId: act.positionId });
    case 'maintainReservation': {
      const { reservationId, versionId } = act;
      return positions.maintainReservation.mutate({ commandId, reservationId, versionId });
    }
    case 'liftReservation':
      return positions.liftReservation.mutate({ commandId, reservationId: act.reservationId });
    case 'withdrawStatement':
      return positions.withdrawStatement.mutate({ commandId, statementId: act.statementId });
  }
}

/** One press that says something for the nation: maintain, lift, release, take back. What went wrong stands under it. */
export function ActButton({ act, label, about }: { act: Act; label: string; about?: string }) {
  const t = useTranslations('positions');
  const router = useRouter();
  const command = useCommand(send);
  async function press() {
    if ((await command.run({ act })) === undefined) return;
    toast(t(`done.${act.do}`));
    router.refresh();
  }
  return (
    <>
      <Button size="small" disabled={command.pending} onClick={press}>
        {label}
        {about ? <span className="sr-only"> {about}</span> : null}
      </Button>
      {command.message ? (
        <p role="alert" className="w-full text-sm font-semibold text-bad">
          {command.message}
        </p>
      ) : null}
    </>
  );
}
