import { useTranslations } from 'next-intl';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { useClock } from '#i18n/clock.ts';
import { SeatAct } from './seat-acts.tsx';
import type { SeatBoard, SeatRow } from './types.ts';
import { seatTones, useSeatWords } from './words.ts';

/** The requests the reader looks after: what waits for them first, then who holds, then who waits. */
export function SeatLines({ board }: { board: SeatBoard }) {
  const t = useTranslations('seats.lines');
  const { can, lines } = board;
  if (!can.direct && !can.askForOthers) return null;
  const sorted = [...lines].sort((a, b) => rank(a, can.direct) - rank(b, can.direct));
  return (
    <section aria-labelledby="lines">
      <h2 id="lines" className="mb-3">
        {t('title')}
      </h2>
      {sorted.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      {sorted.length > 0 ? (
        <Table caption={t('title')}>
          <thead>
            <tr>
              <ColumnHead>{t('person')}</ColumnHead>
              <ColumnHead className="max-md:hidden">{t('party')}</ColumnHead>
              <ColumnHead>{t('state')}</ColumnHead>
              <ColumnHead>{t('decide')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {sorted.map((line) => (
              <Line key={line.personId} line={line} board={board} />
            ))}
          </tbody>
        </Table>
      ) : null}
    </section>
  );
}

/** What waits for the reader's own decision comes first. */
function rank({ state, position }: SeatRow, direct: boolean): number {
  if (state === 'needsCoordinator' || (direct && state === 'needsDirector')) return 0;
  if (state === 'needsDirector') return 1;
  if (state === 'holds') return 2;
  return state === 'waits' ? 3 + (position ?? 0) : 1_000_000;
}

function Line({ line, board }: { line: SeatRow; board: SeatBoard }) {
  const t = useTranslations('seats.lines');
  const words = useSeatWords();
  const clock = useClock();
  return (
    <tr>
      <RowHead className="md:min-w-40">
        <span className="wrap-anywhere">{line.name}</span>
        <span className="ml-1.5 font-normal text-ink-3 md:hidden">{line.partyCode}</span>
        {line.jobTitle ? <span className="block text-sm font-normal text-ink-2">{line.jobTitle}</span> : null}
      </RowHead>
      <Cell className="max-md:hidden">{line.partyCode}</Cell>
      <Cell>
        <Tag tone={seatTones[line.state]} marked wraps>
          {words.state(line)}
        </Tag>
        <span className="block text-sm text-ink-2">
          {words.why(line)}
          {line.urgent ? ` ${t('urgent')}` : null} {t('asked', { at: clock.due(line.requestedAt) })}
        </span>
      </Cell>
      <Cell>
        <Decide line={line} board={board} />
      </Cell>
    </tr>
  );
}

function Decide({ line, board }: { line: SeatRow; board: SeatBoard }) {
  const { direct } = board.can;
  const props = { cohortId: board.id, personId: line.personId, about: line.name };
  if (line.state === 'refused' || line.state === 'withdrawn') return null;
  const agrees =
    (line.state === 'needsCoordinator' && (line.speaks || direct)) ||
    (line.state === 'needsDirector' && direct);
  return (
    <div className="flex flex-wrap gap-2">
      {agrees ? <SeatAct act="agree" {...props} /> : null}
      {direct && line.state === 'waits' && !line.urgent ? <SeatAct act="moveForward" {...props} /> : null}
      <SeatAct act="refuse" {...props} />
    </div>
  );
}
