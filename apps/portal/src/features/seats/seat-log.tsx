import { useTranslations } from 'next-intl';
import { useClock } from '#i18n/clock.ts';
import { LogRows } from './log-rows.tsx';
import type { SeatLogPage } from './types.ts';

type Item = SeatLogPage['items'][number];

/** Everything done about the seats of a cohort with its reason, for all nations to read. */
export function SeatLog({ log, cohortId }: { log: SeatLogPage; cohortId: string }) {
  const t = useTranslations('seats.log');
  const clock = useClock();
  const told = (item: Item) =>
    t(`kinds.${kindOf(item)}`, {
      who: item.person ?? t('somebody', { party: item.party ?? '' }),
      party: item.party ?? '',
      seats: item.seats ?? 0,
      by: item.by ?? t('portal'),
      approval: item.approval ?? '',
      reoffer: item.reofferAt ? 'from' : 'never',
      at: item.reofferAt ? clock.due(item.reofferAt) : '',
    });
  return (
    <section aria-labelledby="log">
      <h2 id="log" className="mb-3">
        {t('title')}
      </h2>
      <LogRows
        lines={log.items.map((item) => ({
          ...item,
          told: told(item),
          more: item.rule ? <RuleReason rule={item.rule} /> : null,
        }))}
        older={log.older ? `/learn/seats/${cohortId}?before=${log.older}#log` : null}
      />
    </section>
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
