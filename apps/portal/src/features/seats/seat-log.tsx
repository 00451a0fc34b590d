import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { useClock } from '#i18n/clock.ts';
import type { SeatLogPage } from './types.ts';

type Item = SeatLogPage['items'][number];

/** Everything done about the seats with its reason, for all nations to read. */
export function SeatLog({ log, cohortId }: { log: SeatLogPage; cohortId: string }) {
  const t = useTranslations('seats.log');
  return (
    <section aria-labelledby="log">
      <h2 id="log" className="mb-3">
        {t('title')}
      </h2>
      {log.items.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ol className={log.items.length === 0 ? undefined : 'border-t border-line'}>
        {log.items.map((item) => (
          <LogRow key={item.place} item={item} />
        ))}
      </ol>
      {log.older ? (
        <Link
          href={`/learn/seats/${cohortId}?before=${log.older}#log`}
          className="mt-3 inline-block text-accent underline"
        >
          {t('older')}
        </Link>
      ) : null}
    </section>
  );
}

function LogRow({ item }: { item: Item }) {
  const t = useTranslations('seats.log');
  const clock = useClock();
  const who = item.person ?? t('somebody', { party: item.party ?? '' });
  return (
    <li className="grid gap-x-4 gap-y-1 border-b border-line py-3 md:grid-cols-[9.5rem_minmax(0,1fr)]">
      <time dateTime={item.at} className="text-sm text-ink-3">
        {clock.due(item.at)}
      </time>
      <div className="wrap-anywhere">
        <p>
          {t(`kinds.${kindOf(item)}`, {
            who,
            party: item.party ?? '',
            seats: item.seats ?? 0,
            by: item.by ?? t('portal'),
          })}
        </p>
        {item.rule ? <RuleReason rule={item.rule} /> : null}
        {item.reason ? <p className="text-ink-2">{t('reason', { reason: item.reason })}</p> : null}
        {item.moves.map((move) => (
          <p
            key={`${move.what}-${move.person ?? ''}-${move.party}-${move.why}`}
            className="text-sm text-ink-2"
          >
            {t(`moves.${move.what}`, {
              who: move.person ?? t('somebody', { party: move.party }),
              why: t(`why.${move.why}`),
            })}
          </p>
        ))}
      </div>
    </li>
  );
}

/** What a rule does is said in words of its own: nobody asked, and nobody gave up. */
function kindOf({ kind, rule }: Item) {
  if (rule && kind === 'request') return 'asked';
  return rule && kind === 'withdrawn' ? 'letGo' : kind;
}

function RuleReason({ rule }: { rule: NonNullable<Item['rule']> }) {
  const t = useTranslations('seats.log');
  const roles = useTranslations('shell.roles');
  const who = rule.work ?? (rule.role ? roles(rule.role as 'delegate') : '');
  return (
    <p className="text-ink-2">{rule.party ? t('rule', { who, party: rule.party }) : t('ruleAll', { who })}</p>
  );
}
