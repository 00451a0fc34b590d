import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import { useClock } from '#i18n/clock.ts';
import type { SeatLogPage } from './types.ts';

type Line = Pick<SeatLogPage['items'][number], 'place' | 'at' | 'reason' | 'moves'> & {
  /** What was done, as a sentence. */
  told: string;
  more?: ReactNode;
};

/** Lines of a ledger of seats, the newest first, and what followed from each. `older` leads to those before. */
export function LogRows({ lines, older }: { lines: readonly Line[]; older: string | null }) {
  const t = useTranslations('seats.log');
  if (lines.length === 0) return <p className="text-ink-2">{t('none')}</p>;
  return (
    <>
      <ol className="border-t border-line">
        {lines.map((line) => (
          <LogRow key={line.place} line={line} />
        ))}
      </ol>
      {older ? (
        <Link href={older} className="mt-3 inline-block text-accent underline">
          {t('older')}
        </Link>
      ) : null}
    </>
  );
}

function LogRow({ line }: { line: Line }) {
  const t = useTranslations('seats.log');
  const clock = useClock();
  const told = ({ what, why, at, person, party }: Line['moves'][number]) => {
    const who = person ?? t('somebody', { party });
    const move = t(`moves.${what}`, { who, why: t(`why.${why}`) });
    return at === null ? move : t('moves.then', { at: clock.due(at), move });
  };
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line py-3 md:grid-cols-[9.5rem_minmax(0,1fr)]">
      <time dateTime={line.at} className="text-sm text-ink-3">
        {clock.due(line.at)}
      </time>
      <div className="wrap-anywhere">
        <p>{line.told}</p>
        {line.more}
        {line.reason ? <p className="text-ink-2">{t('reason', { reason: line.reason })}</p> : null}
        {line.moves.map((move) => (
          <p
            key={`${move.what}-${move.person ?? ''}-${move.party}-${move.why}`}
            className="text-sm text-ink-2"
          >
            {told(move)}
          </p>
        ))}
      </div>
    </li>
  );
}
