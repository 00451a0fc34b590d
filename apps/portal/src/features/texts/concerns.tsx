import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { NoteBlock } from '#features/margin/margin-notes.tsx';
import { paths } from '#features/paths.ts';
import { ActButton } from '#features/positions/act-button.tsx';
import { numbersIn } from '#features/positions/numbers.ts';
import { Position } from '#features/positions/own-position.tsx';
import { ReservationActs } from '#features/positions/own-reservations.tsx';
import { Prepared } from '#features/positions/prepared.tsx';
import { ReservationLine } from '#features/positions/reservation-line.tsx';
import type { Standings } from '#features/positions/types.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { concernsIn } from './concerns-in.ts';
import type { BesideWords } from './room-view.tsx';
import type { BracketView, PlacedParagraph, Room } from './types.ts';

/**
 * What one's own nation has trouble with, or has still to say: what waits for release and for confirmation on this
 * version, its reservations, the brackets it keeps, its amendments, and what its delegation notes.
 */
export function Concerns({ room, beside }: { room: Room; beside: BesideWords }) {
  const t = useTranslations('texts.concerns');
  const { standings } = beside;
  const { stale, prepared, brackets, reservations, amendments, notes, count } = concernsIn(room, beside);
  if (count === 0 && notes.length === 0) return <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>;
  const numbers = numbersIn(room);
  const ours = standings?.nations.find(({ mine }) => mine)?.party.code;
  return (
    <ClientMessages of={['positions']}>
      <div className="flex max-w-measure flex-col gap-7">
        {standings && prepared ? <Prepared standings={standings} prepared={prepared} /> : null}
        {standings && stale ? (
          <Group title={t('staleTitle', { number: standings.version })}>
            <li className="flex flex-col gap-2 py-3 text-sm">
              <Position position={stale} />
              <Maintain standings={standings} positionId={stale.id} />
            </li>
          </Group>
        ) : null}
        {standings && reservations.length > 0 ? (
          <Group title={t('reservationsTitle')}>
            {reservations.map((one) => (
              <li key={one.id} className="flex flex-col gap-2 py-3 text-sm">
                <ReservationLine one={one} numbers={numbers} textId={room.id} />
                {standings.newest && standings.own?.may.take ? (
                  <ReservationActs one={one} standings={standings} kind={one.words.slice(0, 40)} />
                ) : null}
              </li>
            ))}
          </Group>
        ) : null}
        {brackets.length > 0 ? (
          <Group title={t('bracketsTitle')}>
            {brackets.map((one) => (
              <Kept key={one.bracket.bracket} room={room} {...one} />
            ))}
          </Group>
        ) : null}
        {amendments > 0 ? (
          <Group title={t('amendmentsTitle')}>
            <li className="py-3">
              <Link
                href={paths.text(room.id, { view: 'amendments', ...(ours && { nation: ours }) })}
                className="text-accent hover:underline"
              >
                {t('amendments', { count: amendments })}
              </Link>
            </li>
          </Group>
        ) : null}
        {notes.length > 0 ? (
          <Group title={t('notesTitle')}>
            {notes.map((note) => (
              <li key={note.id} className="flex gap-2 py-3">
                <NotePlace room={room} paragraphId={note.paragraphId} numbers={numbers} />
                <div className="min-w-0 flex-1">
                  <NoteBlock note={note} />
                </div>
              </li>
            ))}
          </Group>
        ) : null}
      </div>
    </ClientMessages>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1">{title}</h2>
      <ul className="divide-y divide-line border-y border-line">{children}</ul>
    </section>
  );
}

function Maintain({ standings, positionId }: { standings: Standings; positionId: string }) {
  const t = useTranslations('positions.own');
  const { newest, own, versionId, version } = standings;
  if (!newest || !own?.may.take) return null;
  return (
    <div className="flex flex-wrap gap-2">
      <ActButton act={{ do: 'maintain', positionId, versionId }} label={t('maintain', { number: version })} />
      <Link
        href={paths.say(standings.textId, 'position')}
        className="self-center font-semibold text-accent hover:underline"
      >
        {own.fourEyes ? t('change.prepare') : t('change.take')}
      </Link>
    </div>
  );
}

function Kept({
  room,
  paragraph,
  bracket,
}: {
  room: Room;
  paragraph: PlacedParagraph;
  bracket: BracketView;
}) {
  const t = useTranslations('texts.concerns');
  const words = bracket.options
    .filter((option) => option.mine)
    .map((option) => `[${option.text}]`)
    .join(' ');
  return (
    <li className="py-3">
      <Place room={room} id={paragraph.id} number={paragraph.number} /> {t('bracket', { words })}
    </li>
  );
}

type NotePlaceProps = { room: Room; paragraphId: string | null; numbers: ReadonlyMap<string, string> };

function NotePlace({ room, paragraphId, numbers }: NotePlaceProps) {
  const t = useTranslations('texts.concerns');
  const number = paragraphId === null ? undefined : numbers.get(paragraphId);
  if (paragraphId !== null && number !== undefined)
    return <Place room={room} id={paragraphId} number={number} />;
  return <span className="text-sm text-ink-2">{paragraphId === null ? t('wholeText') : t('gone')}</span>;
}

function Place({ room, id, number }: { room: Room; id: string; number: string }) {
  const t = useTranslations('positions.reservation');
  return (
    <Link
      href={`${paths.text(room.id, { view: 'bracketed' })}#p-${id}`}
      className="mr-2 font-semibold text-accent hover:underline"
    >
      {number === '' ? t('heading') : t('paragraph', { number })}
    </Link>
  );
}
