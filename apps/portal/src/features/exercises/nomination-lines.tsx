import { useTranslations } from 'next-intl';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { seatTones } from '#features/seats/words.ts';
import { useClock } from '#i18n/clock.ts';
import { Checks } from './checks.tsx';
import { NominationAct, Place, Substitute } from './nomination-acts.tsx';
import type { Exercise, Nomination, RoleSeats, Seats } from './types.ts';

type Props = { exercise: Exercise; seats: Seats; role: RoleSeats };

/** The nominations the reader looks after, what waits for their word first. */
export function NominationLines({ exercise, seats, role }: Props) {
  const t = useTranslations('exercise.role');
  if (role.lines.length === 0) return null;
  const rank = ({ state, position }: Nomination) =>
    state === 'needsDirector' ? 0 : state === 'holds' ? 1 : 2 + (position ?? 0);
  const sorted = [...role.lines].sort((one, other) => rank(one) - rank(other));
  return (
    <>
      <Table caption={t('people', { role: role.name })}>
        <thead>
          <tr>
            <ColumnHead>{t('person')}</ColumnHead>
            <ColumnHead className="max-md:hidden">{t('state')}</ColumnHead>
            <ColumnHead>{t('checks')}</ColumnHead>
            <ColumnHead>{t('decide')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {sorted.map((line) => (
            <Line key={line.personId} line={line} exercise={exercise} seats={seats} role={role} />
          ))}
        </tbody>
      </Table>
      <ExchangeOver exercise={exercise} seats={seats} role={role} />
    </>
  );
}

/** Why nobody can be exchanged any more, for whoever could. */
function ExchangeOver({ exercise, seats: { can, phase }, role }: Props) {
  const t = useTranslations('exercise.role');
  const clock = useClock();
  const could = can.direct || role.lines.some(({ speaks }) => speaks);
  if (!could || can.exchange || phase === 'over' || phase === 'cancelled' || phase === 'draft') return null;
  return <p className="text-ink-2">{t('exchangeOver', { until: clock.due(exercise.substitutionUntil) })}</p>;
}

function Line({ line, exercise, seats, role }: Props & { line: Nomination }) {
  const t = useTranslations('exercise.states');
  const act = { roleId: role.id, personId: line.personId, about: line.name };
  const { direct } = seats.can;
  const speaks = line.speaks || direct;
  const state = (
    <Tag tone={seatTones[line.state]} marked>
      {t(line.state, { position: line.position ?? 0 })}
    </Tag>
  );
  return (
    <tr>
      <RowHead className="min-w-28">
        <span className="wrap-anywhere">{line.name}</span>
        <span className="block text-sm font-normal text-ink-2">
          {line.partyCode}
          {line.jobTitle ? ` · ${line.jobTitle}` : null}
        </span>
        <span className="mt-1 block md:hidden">{state}</span>
      </RowHead>
      <Cell className="max-md:hidden">{state}</Cell>
      <Cell>
        <Checks checks={line.checks} />
      </Cell>
      <Cell>
        <div className="flex flex-wrap gap-2">
          {direct && line.state === 'needsDirector' ? <NominationAct act="confirm" {...act} /> : null}
          {direct && line.state === 'waits' && !line.urgent ? (
            <NominationAct act="moveForward" {...act} />
          ) : null}
          {direct && line.state === 'holds' && exercise.teams.length > 0 ? (
            <Place {...act} teams={exercise.teams} teamId={line.teamId} />
          ) : null}
          {speaks && seats.can.exchange ? <Substitute {...act} /> : null}
          {speaks ? <NominationAct act="withdraw" {...act} /> : null}
          {direct ? <NominationAct act="refuse" {...act} /> : null}
        </div>
      </Cell>
    </tr>
  );
}
