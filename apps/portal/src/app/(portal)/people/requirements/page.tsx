import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PeopleTabs } from '#features/people/people-tabs.tsx';
import { RequirementTable } from '#features/requirements/requirement-list.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = { searchParams: Promise<{ ended?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requirements'))('title') };
}

/** What is asked of whom. */
export default async function RequirementsPage({ searchParams }: Props) {
  const ended = (await searchParams).ended === 'yes';
  const api = await serverApi();
  const [t, list] = await Promise.all([getTranslations('requirements'), api.requirements.list({ ended })]);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          list.can.make ? (
            <LinkButton href="/people/requirements/new" look="primary">
              {t('new')}
            </LinkButton>
          ) : null
        }
      />
      <PeopleTabs current="requirements" />
      <RequirementTable rows={list.requirements} />
      <p className="no-print mt-4 text-sm">
        <Link
          href={ended ? '/people/requirements' : '/people/requirements?ended=yes'}
          className="text-accent underline"
        >
          {ended ? t('showCurrent') : t('showEnded')}
        </Link>
      </p>
    </>
  );
}
