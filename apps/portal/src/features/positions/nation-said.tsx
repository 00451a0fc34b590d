import { useTranslations } from 'next-intl';
import { Instant } from '#components/ui/instant.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import { useClock } from '#i18n/clock.ts';
import { ActButton } from './act-button.tsx';
import { Position } from './own-position.tsx';
import { ReservationActs } from './own-reservations.tsx';
import { ReservationLine } from './reservation-line.tsx';
import { StanceMark } from './stance-mark.tsx';
import type { NationStanding, Standings, StatementView } from './types.ts';

type Props = { nation: NationStanding; standings: Standings; numbers: ReadonlyMap<string, string> };

/** One nation: its position, its reservations and what it states for the record. */
export function NationSaid({ nation, standings, numbers }: Props) {
  const t = useTranslations('positions');
  const { party, mark, position, state, reservations, statements } = nation;
  return (
    <li
      id={`n-${party.code}`}
      className="grid scroll-mt-8 gap-x-6 gap-y-2 border-b border-line py-4 target:bg-wash md:grid-cols-[10rem_minmax(0,1fr)]"
    >
      <div>
        <h3 className="wrap-anywhere">{party.name}</h3>
        <p className="text-sm text-ink-3">{nation.mine ? t('view.you') : party.code}</p>
      </div>
      <div className="flex min-w-0 flex-col gap-3 text-sm">
        {mark === 'broke' ? (
          <p>
            <StanceMark mark={mark} />
          </p>
        ) : null}
        {position ? (
          <div className="flex flex-col gap-1">
            <Position position={position} />
            {state === 'stale' ? (
              <p>
                <Tag>{t('saidOf', { number: position.version })}</Tag>
              </p>
            ) : null}
            <Marked markingId={position.markingId} standings={standings} />
          </div>
        ) : mark === 'broke' ? null : (
          <p className="text-ink-2">{t('view.noPosition')}</p>
        )}
        {reservations.map((one) => (
          <div key={one.id} id={`r-${one.id}`} className="flex scroll-mt-8 flex-col gap-1.5 target:bg-wash">
            <ReservationLine one={one} numbers={numbers} textId={standings.textId} />
            <By by={one.by} at={one.at} />
            <Marked markingId={one.markingId} standings={standings} />
            {nation.mine && standings.newest && standings.own?.may.take ? (
              <ReservationActs one={one} standings={standings} kind={t(`kinds.${one.kind}`)} />
            ) : null}
          </div>
        ))}
        {statements.map((one) => (
          <Statement key={one.id} one={one} mine={nation.mine} standings={standings} />
        ))}
      </div>
    </li>
  );
}

function Statement({ one, mine, standings }: { one: StatementView; mine: boolean; standings: Standings }) {
  const t = useTranslations('positions');
  return (
    <div className="flex flex-col gap-1 border-l-3 border-line-strong pl-3">
      <p className="font-semibold">
        {t(`statements.${one.kind}`)}
        {one.version === standings.version ? null : (
          <span className="ml-2 font-normal text-ink-2">{t('saidOf', { number: one.version })}</span>
        )}
      </p>
      <p className="whitespace-pre-line wrap-anywhere">{one.words}</p>
      <By by={one.by} at={one.at} />
      <Marked markingId={one.markingId} standings={standings} />
      {mine && standings.own?.may.take ? (
        <div>
          <ActButton act={{ do: 'withdrawStatement', statementId: one.id }} label={t('own.withdraw')} />
        </div>
      ) : null}
    </div>
  );
}

function By({ by, at }: { by: string; at: string }) {
  return (
    <p className="text-ink-3">
      {by} · <Instant at={at} />
    </p>
  );
}

/** The marking of what a nation says, where it is another than the text's. */
function Marked({ markingId, standings }: { markingId: string; standings: Standings }) {
  const m = useTranslations('markings');
  const { locale } = useClock();
  const marking = standings.markings[markingId];
  if (markingId === standings.markingId || !marking) return null;
  return (
    <p className="text-ink-2">
      <span className="font-semibold">{marking.levelName}</span> · {releaseWords(marking, m, locale)}
    </p>
  );
}
