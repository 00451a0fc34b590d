import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { PrintButton } from '#components/print-button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { isExerciseCode } from '#features/address.ts';
import { LearnPage } from '#features/lessons/learn-page.tsx';
import { paths } from '#features/paths.ts';
import { IssueReport, SaveSummary } from '#features/reports/report-acts.tsx';
import { ReportView } from '#features/reports/report-view.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/report'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).reports.byCode({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await load((await params).code);
  return { title: (await getTranslations('reports'))('of', { exercise: exercise.name }) };
}

/** The after-action report, assembled from what is there now, as far as the reader may read it. */
export default async function ReportPage({ params }: Props) {
  const { code } = await params;
  const [t, clock, page] = await Promise.all([getTranslations('reports'), getClock(), load(code)]);
  const { exercise, report, issuedAt, can } = page;
  const file = buttonLook();
  return (
    <ClientMessages of={['reports', 'lessons']}>
      <LearnPage
        exercise={exercise}
        current="report"
        beside={{ joined: can.joined, report: true }}
        title={t('title')}
        lead={issuedAt ? t('issuedOn', { day: clock.date(issuedAt) }) : t('notIssued')}
        actions={
          report ? (
            <>
              {can.lead ? <SaveSummary exerciseId={exercise.id} summary={report.summary} /> : null}
              {can.issue ? <IssueReport exerciseId={exercise.id} /> : null}
              <a href={paths.reportFile(code, 'pdf')} download className={file}>
                {t('pdf')}
              </a>
              <a href={paths.reportFile(code, 'docx')} download className={file}>
                {t('docx')}
              </a>
              <PrintButton>{t('print')}</PrintButton>
            </>
          ) : null
        }
      >
        {report ? (
          <>
            {report.whole ? null : (
              <p className="mb-6 max-w-measure text-ink-2">{t(can.joined ? 'ownPart' : 'partysPart')}</p>
            )}
            <ReportView page={page} report={report} />
          </>
        ) : (
          <EmptyState title={t('notYet')}>{t('notYetBody')}</EmptyState>
        )}
      </LearnPage>
    </ClientMessages>
  );
}
