import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { useClock } from '#i18n/clock.ts';
import type { RoleLog } from './types.ts';

/** The lines of a role's ledger, the newest first, and what followed from each. */
export function RoleLogList({ log, address }: { log: RoleLog; address: string }) {
  const t = useTranslations('exercise.log');
  if (log.items.length === 0) return <p className="text-ink-2">{t('none')}</p>;
  return (
    <>
      <ol className="border-t border-line">
        {log.items.map((item) => (
          <LogRow key={item.place} item={item} />
        ))}
      </ol>
      {log.older ? (
        <Link href={`${address}?before=${log.older}`} className="mt-3 inline-block text-accent underline">
          {t('older')}
        </Link>
      ) : null}
    </>
  );
}

function LogRow({ item }: { item: RoleLog['items'][number] }) {
  const t = useTranslations('exercise.log');
  const why = useTranslations('seats.log.why');
  const clock = useClock();
  const somebody = t('somebody', { party: item.party ?? '' });
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line py-3 md:grid-cols-[9.5rem_minmax(0,1fr)]">
      <time dateTime={item.at} className="text-sm text-ink-3">
        {clock.due(item.at)}
      </time>
      <div className="wrap-anywhere">
        <p>
          {t(`kinds.${item.kind}`, {
            who: item.person ?? somebody,
            replaced: item.replaced ?? somebody,
            party: item.party ?? '',
            seats: item.seats ?? 0,
            by: item.by ?? t('portal'),
          })}
        </p>
        {item.reason ? <p className="text-ink-2">{t('reason', { reason: item.reason })}</p> : null}
        {item.moves.map((move) => (
          <p key={`${move.what}-${move.person ?? ''}-${move.party}`} className="text-sm text-ink-2">
            {t(`moves.${move.what}`, {
              who: move.person ?? t('somebody', { party: move.party }),
              why: why(move.why),
            })}
          </p>
        ))}
      </div>
    </li>
  );
}
