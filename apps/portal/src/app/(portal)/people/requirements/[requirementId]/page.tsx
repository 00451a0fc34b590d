import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { isId } from '#features/address.ts';
import { LessonsBehind } from '#features/lessons/behind.tsx';
import { EndRequirement } from '#features/requirements/end-requirement.tsx';
import { valuesOf } from '#features/requirements/form-input.ts';
import { RequirementForm } from '#features/requirements/requirement-form.tsx';
import { RequirementTable } from '#features/requirements/requirement-list.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

type Props = { params: Promise<{ requirementId: string }> };

async function load({ params }: Props) {
  const { requirementId } = await params;
  if (!isId(requirementId)) notFound();
  const api = await serverApi();
  return { api, requirement: await api.requirements.byId({ requirementId }) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).requirement.title };
}

/** One requirement: to change and end for who may, to read for the others. */
export default async function RequirementPage(props: Props) {
  const { api, requirement } = await load(props);
  const { id: requirementId, revision, title, can } = requirement;
  const [t, clock, choices] = await Promise.all([
    getTranslations('requirements'),
    getClock(),
    can.change ? api.requirements.choices() : null,
  ]);
  const zone = clock.zones.headquarters;
  return (
    <ClientMessages of={['requirements', 'readiness.standing', 'shell.roles']}>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/people/requirements' }]}
        title={title}
        lead={can.change ? t('changeLead') : undefined}
        actions={
          <>
            <LinkButton href={`/people/readiness?requirement=${requirementId}`}>{t('whoIsReady')}</LinkButton>
            {can.change ? <EndRequirement {...{ requirementId, revision, title }} /> : null}
          </>
        }
      />
      <LessonsBehind kind="requirement" id={requirementId} />
      {choices ? (
        <RequirementForm
          choices={choices}
          values={valuesOf(requirement, zone)}
          zone={zone}
          existing={{ requirementId, revision }}
        />
      ) : (
        <>
          <RequirementTable rows={[{ ...requirement, people: null }]} />
          {requirement.exercise && !requirement.endedAt ? (
            <p className="mt-5 text-ink-2">
              {t.rich('ofExercise', {
                code: requirement.exercise,
                link: (words) => (
                  <Link
                    href={`/exercise/${requirement.exercise}`}
                    className="font-medium text-accent hover:underline"
                  >
                    {words}
                  </Link>
                ),
              })}
            </p>
          ) : null}
        </>
      )}
    </ClientMessages>
  );
}
