import { useTranslations } from 'next-intl';
import { ActButton } from './act-button.tsx';
import { ReservationLine } from './reservation-line.tsx';
import type { NationStanding, ReservationView, Standings } from './types.ts';

type Props = {
  standings: Standings;
  nation: NationStanding;
  numbers: ReadonlyMap<string, string>;
};

/** The own nation's reservations, each with what one press does: lift it, or hold it on the newest version. */
export function OwnReservations({ standings, nation, numbers }: Props) {
  const t = useTranslations('positions');
  if (nation.reservations.length === 0) return null;
  return (
    <ul className="flex flex-col gap-3 border-t border-line pt-3 text-sm">
      {nation.reservations.map((one) => (
        <li key={one.id} className="flex flex-col gap-1.5">
          <ReservationLine one={one} numbers={numbers} textId={standings.textId} />
          {standings.newest && standings.own?.may.take ? (
            <ReservationActs one={one} standings={standings} kind={t(`kinds.${one.kind}`)} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** What an entitled person does to a reservation of their nation. */
export function ReservationActs({
  one,
  standings,
  kind,
}: {
  one: ReservationView;
  standings: Standings;
  kind: string;
}) {
  const t = useTranslations('positions.own');
  return (
    <div className="flex flex-wrap gap-2">
      {one.state === 'stale' ? (
        <ActButton
          act={{ do: 'maintainReservation', reservationId: one.id, versionId: standings.versionId }}
          label={t('maintain', { number: standings.version })}
          about={kind}
        />
      ) : null}
      <ActButton
        act={{ do: 'liftReservation', reservationId: one.id }}
        label={t('liftReservation')}
        about={kind}
      />
    </div>
  );
}
