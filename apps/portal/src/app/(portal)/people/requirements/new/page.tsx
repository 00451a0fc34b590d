import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/notice.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { Link } from '#components/ui/link.tsx';
import { isId } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { emptyValues } from '#features/requirements/form-input.ts';
import { RequirementForm } from '#features/requirements/requirement-form.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requirements'))('new') };
}

/** Makes a requirement; with an action of a lesson named, as what that becomes. */
export default async function NewRequirementPage({ searchParams }: PageProps<'/people/requirements/new'>) {
  const { action } = await searchParams;
  if (action !== undefined && !(typeof action === 'string' && isId(action))) notFound();
  const api = await serverApi();
  const [t, clock, choices, follows] = await Promise.all([
    getTranslations('requirements'),
    getClock(),
    api.requirements.choices(),
    action === undefined ? null : api.lessons.actionBehind({ actionId: action }),
  ]);
  const back = follows ? paths.lesson(follows.code, follows.number) : '';
  return (
    <ClientMessages of={['requirements', 'readiness.standing', 'shell.roles']}>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/people/requirements' }]}
        title={t('new')}
        lead={t('newLead')}
      />
      {follows ? (
        <Notice
          action={
            <Link href={back}>
              {follows.code}-{follows.number}
            </Link>
          }
        >
          {t('follows', { what: follows.what })}
        </Notice>
      ) : null}
      <RequirementForm
        choices={choices}
        values={emptyValues}
        zone={clock.zones.headquarters}
        follows={follows ? { actionId: follows.actionId, back } : undefined}
      />
    </ClientMessages>
  );
}
