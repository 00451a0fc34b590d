import { getLocale, getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { inLocale } from '#features/people/in-locale.ts';
import type { CohortPage, Party } from '#features/people/types.ts';
import { getClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { EnrolCohort, ExtendDeadline } from './cohort-actions.tsx';
import { EditCohort } from './edit-cohort.tsx';

/** What a cohort takes, when, and what can be done with all of it. */
export async function CohortHeader({ cohort, parties }: { cohort: CohortPage; parties: readonly Party[] }) {
  const [t, locale, clock] = await Promise.all([getTranslations('cohorts'), getLocale(), getClock()]);
  const zone = clock.zones.headquarters;
  const { id, revision, startsAt, dueAt, can } = cohort;
  const due = dueAt ? dayOf(dueAt, zone) : '';
  const lead = dueAt
    ? t('leadDue', { course: cohort.course, from: clock.date(startsAt), until: clock.at(dueAt, 'medium') })
    : t('leadOpen', { course: cohort.course, from: clock.date(startsAt) });
  const values = {
    nameEn: cohort.nameEn,
    nameFr: cohort.nameFr,
    starts: dayOf(startsAt, zone),
    due,
    seats: Object.fromEntries(cohort.seats.map((line) => [line.partyId, line.seats])),
  };
  return (
    <PageHeader
      crumbs={[{ label: t('title'), href: '/people/cohorts' }]}
      title={inLocale(locale, cohort)}
      lead={lead}
      actions={
        <>
          {can.manage ? (
            <>
              <EditCohort cohortId={id} revision={revision} values={values} parties={parties} zone={zone} />
              <ExtendDeadline cohortId={id} revision={revision} due={due} zone={zone} />
            </>
          ) : null}
          <a href={`/api/cohorts/${id}.csv`} className={buttonLook()} download>
            {t('download')}
          </a>
          {Array.from({ length: cohort.credentialFiles }, (_, index) => index + 1).map((file) => (
            <a
              key={file}
              href={`/api/credentials/cohort/${id}/${file}.pdf`}
              className={buttonLook()}
              download
            >
              {t('credentials', { file, files: cohort.credentialFiles })}
            </a>
          ))}
          {can.manage ? <EnrolCohort cohortId={id} /> : null}
        </>
      }
    />
  );
}
