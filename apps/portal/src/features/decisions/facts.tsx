import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { useSheetTime } from './sheet-time.ts';
import type { Decision } from './types.ts';

/** Number, procedure, since when, who: what a decision is cited by. */
export function Facts({ decision }: { decision: Decision }) {
  const t = useTranslations('decisions.facts');
  const { sheet } = decision;
  const time = useSheetTime(sheet.body.timeZone);
  const rows: [string, string][] = [
    [t('number'), sheet.number],
    [t('effective'), time(sheet.effectiveAt)],
    [t('procedure'), t(sheet.procedure.kind)],
    [t('reference'), sheet.reference],
    [t('chair'), sheet.chair ? `${sheet.chair.name}, ${sheet.chair.party}` : ''],
    [t('drafter'), `${sheet.drafter.name}, ${sheet.drafter.party}`],
    [t('distribution'), sheet.distribution.join(', ')],
  ];
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="mb-2">
        {t('title')}
      </h2>
      <dl className="text-sm">
        {rows
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} className="border-t border-line py-1.5">
              <dt className="text-ink-2">{label}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        <div className="border-t border-line py-1.5">
          <dt className="text-ink-2">{t('text')}</dt>
          <dd>
            <Link href={paths.text(decision.textId)} className="text-accent underline">
              {t('openText')}
            </Link>
          </dd>
        </div>
      </dl>
    </section>
  );
}
