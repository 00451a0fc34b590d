import { useTranslations } from 'next-intl';
import { PageHeader } from '#components/page-header.tsx';
import { PrintButton } from '#components/print-button.tsx';
import { RefreshAt } from '#components/refresh-at.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { OpenSummary } from './open-summary.tsx';
import { OutcomeWords } from './outcome-words.tsx';
import { Remarks } from './remarks.tsx';
import { SummaryStanding } from './summary-standing.tsx';
import type { Summary } from './types.ts';
import { spanWords } from './when.ts';

/** The summary record, assembled from the agenda and what came of each item. */
export function SummaryView({ summary }: { summary: Summary }) {
  const t = useTranslations('meetings.summary');
  const meetings = useTranslations('meetings');
  const c = useTranslations('consult');
  const clock = useClock();
  const { body, can } = summary;
  const over = summary.until !== null && clock.now.getTime() >= Date.parse(summary.until);
  const beside = { meetingId: summary.id, zone: body.zone, can, over };
  const when = [spanWords(summary, body.zone, clock.locale), summary.place].filter(Boolean).join(' · ');
  return (
    <>
      <PageHeader
        title={t('titled', { title: summary.title })}
        lead={when}
        crumbs={[
          { label: c('title'), href: '/consult' },
          { label: body.name, href: paths.body(body.code) },
          { label: meetings('title'), href: paths.meetings(body.code) },
          { label: summary.title, href: paths.meeting(summary.id) },
        ]}
        actions={
          <>
            <PrintButton>{t('print')}</PrintButton>
            <LinkButton href={paths.meetingFile(summary.id, 'docx')} download>
              {t('word')}
            </LinkButton>
            <LinkButton href={paths.meetingFile(summary.id, 'json')} download>
              {t('json')}
            </LinkButton>
            {can.open ? (
              <OpenSummary meetingId={summary.id} proposed={can.open} again={summary.openedAt !== null} />
            ) : null}
          </>
        }
      />
      <SummaryStanding summary={summary} />
      {summary.until && !over ? <RefreshAt at={summary.until} now={clock.now.toISOString()} /> : null}
      {summary.items.length === 0 ? <p className="text-ink-2">{t('empty')}</p> : null}
      <ol className="border-t border-line">
        {summary.items.map((item) => (
          <li key={item.id} className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2 border-b border-line py-4">
            <span className="font-semibold text-ink-2 tabular-nums">{item.number}.</span>
            <div className="min-w-0">
              <h2 className="text-base wrap-anywhere">{item.title}</h2>
              <p className="text-sm text-ink-2">
                {[item.marking, item.lead ? meetings('item.leadBy', { lead: item.lead }) : '']
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {item.outcome ? (
                <OutcomeWords outcome={item.outcome} zone={body.zone} />
              ) : (
                <p className="mt-2 text-ink-3">{t('nothing')}</p>
              )}
              {item.decisionId ? (
                <p className="mt-1 text-sm">
                  <Link
                    href={paths.decision(item.decisionId)}
                    className="text-accent underline underline-offset-4"
                  >
                    {meetings('item.seeDecision')}
                  </Link>
                </p>
              ) : null}
              <Remarks {...beside} itemId={item.id} about={item.title} remarks={item.remarks} />
            </div>
          </li>
        ))}
      </ol>
      {summary.remarks.length > 0 || can.remark ? (
        <section aria-labelledby="whole" className="mt-6">
          <h2 id="whole" className="text-base">
            {t('remarksOnWhole')}
          </h2>
          <Remarks {...beside} itemId={null} about={t('theWhole')} remarks={summary.remarks} />
        </section>
      ) : null}
    </>
  );
}
