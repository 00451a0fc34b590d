import { getLocale, getTranslations } from 'next-intl/server';
import { inLocale } from '#features/people/in-locale.ts';
import { getClock } from '#i18n/clock.ts';
import { EndRule } from './end-rule.tsx';
import type { CohortRules } from './types.ts';

type Rule = CohortRules['rules'][number];
type Props = { cohortId: string; rules: CohortRules['rules'] };

/** The rules that stand, each in a sentence, with how many hold a seat by it. */
export async function RuleList({ cohortId, rules }: Props) {
  const t = await getTranslations('cohorts.joining');
  if (rules.length === 0) return <p className="text-ink-2">{t('none')}</p>;
  return (
    <ul className="border-t border-line">
      {rules.map((rule) => (
        <RuleRow key={rule.id} cohortId={cohortId} rule={rule} />
      ))}
    </ul>
  );
}

async function RuleRow({ cohortId, rule }: { cohortId: string; rule: Rule }) {
  const [t, locale, roleNames, clock] = await Promise.all([
    getTranslations('cohorts.joining'),
    getLocale(),
    getTranslations('shell.roles'),
    getClock(),
  ]);
  const who = rule.work ? inLocale(locale, rule.work) : rule.role ? roleNames(rule.role as 'delegate') : '';
  const sentence = rule.party
    ? t('sentence', { who, party: inLocale(locale, rule.party) })
    : t('sentenceAll', { who });
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-line py-3">
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">{sentence}</p>
        <p className="text-sm text-ink-2">
          {t('placed', { count: rule.placed, since: clock.date(rule.createdAt) })}
        </p>
      </div>
      <EndRule cohortId={cohortId} ruleId={rule.id} sentence={sentence} />
    </li>
  );
}
