import { useLocale, useTranslations } from 'next-intl';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import { AimButton } from './aim-at.tsx';
import { NeedsTable } from './needs-table.tsx';
import type { WorkNeeds } from './types.ts';

/** What one kind of work needs: what is missing is open, what is shown can be looked at. */
export function WorkCompetences({ work, own }: { work: WorkNeeds; own: boolean }) {
  const t = useTranslations('competence');
  const name = inLocale(useLocale(), work);
  const missing = work.needs.filter(({ standing }) => standing === 'missing' || standing === 'expired');
  const shown = work.needs.filter(({ standing }) => standing === 'shown' || standing === 'endsSoon');
  return (
    <section aria-labelledby={`work-${work.id}`} className="mb-10">
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id={`work-${work.id}`} className="wrap-anywhere">
          {name}
        </h2>
        <Tag tone={work.held ? 'neutral' : 'info'}>{t(work.held ? 'held' : 'aimed')}</Tag>
        {own && !work.held ? <AimButton workRoleId={work.id} name={name} /> : null}
      </div>
      {work.needs.length === 0 ? (
        <p className="max-w-measure text-ink-2">{t('unmapped')}</p>
      ) : (
        <>
          <p className="mb-1">
            {t('count', work.count)}
            {work.count.endsSoon > 0 ? `, ${t('soon', { count: work.count.endsSoon })}` : null}
          </p>
          <div className="mb-4 max-w-measure">
            <ProgressBar done={work.count.shown} total={work.count.all} label={name} />
          </div>
          {missing.length > 0 ? <NeedsTable of="missing" needs={missing} /> : null}
          {shown.length > 0 ? (
            <details className="mt-4" open={missing.length === 0}>
              <summary className="cursor-pointer py-1 font-semibold">
                {t('whatIsShown', { count: shown.length })}
              </summary>
              <NeedsTable of="shown" needs={shown} />
            </details>
          ) : null}
        </>
      )}
    </section>
  );
}
