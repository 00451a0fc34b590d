import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { Nominate } from './nominate.tsx';
import { NominationLines } from './nomination-lines.tsx';
import { RoleCompetences } from './role-competences.tsx';
import { SendLacking } from './send-lacking.tsx';
import type { Exercise, RoleSeats, Seats } from './types.ts';

type Props = { exercise: Exercise; seats: Seats; role: RoleSeats };

/** One role: its seats party by party, the people the reader looks after, and whom they may still name. */
export function RoleSection({ exercise, seats, role }: Props) {
  const t = useTranslations('exercise.role');
  const { can, phase } = seats;
  const clock = useClock();
  const zone = clock.zones.headquarters;
  // The last day of sign-up while that lies ahead; then the first of the exercise.
  const due = dayOf(exercise.closesAt > exercise.now ? exercise.closesAt : exercise.startsAt, zone);
  const mine = role.lines.flatMap((line) =>
    line.speaks || can.direct ? [{ id: line.personId, name: line.name, checks: line.checks }] : [],
  );
  const open = can.direct ? phase !== 'over' && phase !== 'cancelled' : phase === 'open';
  return (
    <section aria-labelledby={`role-${role.id}`} className="flex flex-col gap-4 border-t border-line pt-5">
      <div>
        <h2 id={`role-${role.id}`} className="wrap-anywhere">
          {role.name}
        </h2>
        <p className="text-ink-2">
          {t('figures', { held: role.held, seats: role.seats, waiting: role.waiting })}
          {role.short > 0 ? ` ${t('short', { short: role.short })}` : null}
          {role.reoffered ? ` ${t('reoffered')}` : null}{' '}
          <Link href={paths.exerciseSeats(exercise.code, role.id)} className="text-accent underline">
            {t('log')}
          </Link>
        </p>
      </div>
      <RoleCompetences role={role} maps={exercise.can.plan} />
      <Parties role={role} />
      <NominationLines exercise={exercise} seats={seats} role={role} />
      <SendLacking roleId={role.id} people={mine} due={due} zone={zone} />
      {can.nominate && open ? <Nominate roleId={role.id} roleName={role.name} due={due} zone={zone} /> : null}
    </section>
  );
}

function Parties({ role }: { role: RoleSeats }) {
  const t = useTranslations('exercise.role');
  if (role.parties.length === 0) return <p className="text-ink-2">{t('noSeats')}</p>;
  return (
    <Table caption={t('parties', { role: role.name })}>
      <thead>
        <tr>
          <ColumnHead>{t('party')}</ColumnHead>
          <ColumnHead className="text-right">{t('seats')}</ColumnHead>
          <ColumnHead className="text-right">{t('held')}</ColumnHead>
          <ColumnHead className="text-right">{t('nominated')}</ColumnHead>
          <ColumnHead className="text-right">{t('waiting')}</ColumnHead>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {role.parties.map((party) => (
          <tr key={party.partyId}>
            <RowHead className="min-w-32 wrap-anywhere">{party.name}</RowHead>
            <Cell className="text-right">
              {party.seats}
              {party.held + party.nominated < party.minimum ? (
                <span className="block text-sm text-warn">{t('asked', { minimum: party.minimum })}</span>
              ) : null}
            </Cell>
            <Cell className="text-right">{party.held}</Cell>
            <Cell className="text-right">{party.nominated}</Cell>
            <Cell className="text-right">{party.waiting}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
