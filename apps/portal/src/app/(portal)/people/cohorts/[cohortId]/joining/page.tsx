import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import { CohortTitle } from '#features/cohorts/cohort-title.tsx';
import { loadCohort } from '#features/cohorts/load-cohort.ts';
import { RuleForm } from '#features/cohorts/rule-form.tsx';
import { RuleList } from '#features/cohorts/rule-list.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/people/cohorts/[cohortId]/joining'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cohorts.joining'))('title') };
}

/** By which rules people join a cohort. */
export default async function JoiningPage({ params }: Props) {
  const cohort = await loadCohort((await params).cohortId);
  const [t, api] = await Promise.all([getTranslations('cohorts.joining'), serverApi()]);
  const [{ rules, work }, { parties }] = await Promise.all([
    api.cohorts.rules({ cohortId: cohort.id }),
    api.cohorts.choices(),
  ]);
  return (
    <ClientMessages of={['cohorts', 'shell.roles']}>
      <CohortTitle cohort={cohort} current="joining" />
      <div className="flex flex-col gap-9">
        <section aria-labelledby="rules">
          <h2 id="rules" className="mb-1">
            {t('title')}
          </h2>
          <p className="mb-4 max-w-measure text-ink-2">
            {t('lead')}{' '}
            <Link href={paths.seats(cohort.id)} className="text-accent underline">
              {t('toSeats')}
            </Link>
          </p>
          <RuleList cohortId={cohort.id} rules={rules} />
        </section>
        <section aria-labelledby="new-rule">
          <h2 id="new-rule" className="mb-3">
            {t('new')}
          </h2>
          <RuleForm cohortId={cohort.id} work={work} parties={parties} />
        </section>
      </div>
    </ClientMessages>
  );
}
