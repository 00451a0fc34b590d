import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { LessonTable } from '#features/lessons/lesson-list.tsx';
import { ObservationLine } from '#features/lessons/observation-line.tsx';
import { SurveyResults } from '#features/surveys/survey-results.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatInstant } from '#i18n/format.ts';
import { Charts, Earlier } from './charts.tsx';
import { Scores } from './scores.tsx';
import type { Report, ReportPage } from './types.ts';

type Props = { page: ReportPage; report: Report };

/** The whole report, section by section; those with nothing in them say so. */
export function ReportView({ page, report }: Props) {
  const t = useTranslations('reports');
  const { exercise, markings } = page;
  return (
    <div className="flex flex-col gap-10">
      <Section id="summary" title={t('summary')} none={report.summary ? null : t('noSummary')}>
        <p className="max-w-measure whitespace-pre-line wrap-anywhere">{report.summary}</p>
      </Section>
      <Section id="figures" title={t('figures')} none={report.objectives.length > 0 ? null : t('nothing')}>
        <Charts report={report} />
      </Section>
      <Section id="scores" title={t('scores.title')} none={report.scores ? null : t('scores.none')}>
        {report.scores ? <Scores scores={report.scores} exercise={exercise} /> : null}
      </Section>
      <Section id="timeline" title={t('timeline')} none={report.timeline.length > 0 ? null : t('noTimeline')}>
        <Timeline page={page} report={report} />
      </Section>
      <Section
        id="observations"
        title={t('observations')}
        none={report.groups.length > 0 ? null : t('nothing')}
      >
        {report.groups.map(({ title, observations }) => (
          <div key={title ?? ''} className="mb-5">
            <h3 className="mb-1 wrap-anywhere">{title ?? t('noGroup')}</h3>
            <ul className="border-t border-line">
              {observations.map((observation) => (
                <li key={observation.id} className="border-b border-line py-2.5">
                  <ObservationLine {...{ observation, exercise, markings }} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </Section>
      <Section id="lessons" title={t('lessons')} none={report.lessons.length > 0 ? null : t('nothing')}>
        <LessonTable {...{ exercise, markings }} caption={t('lessons')} lessons={report.lessons} />
      </Section>
      <Section id="surveys" title={t('surveys')} none={report.surveys.length > 0 ? null : t('noSurveys')}>
        {report.surveys.map(({ id, title, results }) => (
          <div key={id} className="mb-6">
            <h3 className="mb-3 wrap-anywhere">{title}</h3>
            <SurveyResults results={results} />
          </div>
        ))}
      </Section>
      <Section id="earlier" title={t('earlier.title')} none={null}>
        <Earlier report={report} code={exercise.code} />
      </Section>
    </div>
  );
}

type SectionProps = { id: string; title: string; none: string | null; children: ReactNode };

function Section({ id, title, none, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3">
        {title}
      </h2>
      {none === null ? children : <p className="text-ink-2">{none}</p>}
    </section>
  );
}

function Timeline({ page, report }: Props) {
  const t = useTranslations('reports');
  const { locale } = useClock();
  const at = (instant: string | null) =>
    instant ? formatInstant(instant, { zone: page.exercise.timeZone, locale, style: 'short' }) : '–';
  return (
    <Table caption={t('timeline')}>
      <thead>
        <tr>
          <ColumnHead>{t('delivered')}</ColumnHead>
          <ColumnHead className="min-w-52">{t('inject')}</ColumnHead>
          <ColumnHead className="min-w-28">{t('team')}</ColumnHead>
          <ColumnHead>{t('read')}</ColumnHead>
          <ColumnHead>{t('answeredAt')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {report.timeline.map((one) => (
          <tr key={`${one.injectId} ${one.teamId}`}>
            <Cell className="whitespace-nowrap">{at(one.at)}</Cell>
            <RowHead className="font-normal wrap-anywhere">
              #{one.number} {one.title}
            </RowHead>
            <Cell className="wrap-anywhere">{one.team}</Cell>
            <Cell className="whitespace-nowrap">{at(one.readAt)}</Cell>
            <Cell className="whitespace-nowrap">{at(one.answeredAt)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
