import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { isId } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import { ChangeWork } from '#features/work/define-work.tsx';
import { Doers } from '#features/work/doers.tsx';
import { GiveWork } from '#features/work/give-work.tsx';
import type { Work } from '#features/work/types.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

type Props = { params: Promise<{ workRoleId: string }>; searchParams: Promise<{ after?: string }> };

async function load({ params, searchParams }: Props): Promise<Work> {
  const [{ workRoleId }, { after }] = await Promise.all([params, searchParams]);
  if (!isId(workRoleId)) notFound();
  return (await serverApi()).work.byId({ workRoleId, after });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [work, locale] = await Promise.all([load(props), getLocale()]);
  return { title: inLocale(locale, work) };
}

/** One kind of work: what it needs of frameworks, and who does it. */
export default async function WorkRolePage(props: Props) {
  const [work, t, clock] = await Promise.all([load(props), getTranslations('work'), getClock()]);
  const { id: workRoleId, nameEn, nameFr, ended, can } = work;
  return (
    <ClientMessages of={['work']}>
      <PageHeader
        crumbs={[{ label: t('title'), href: '/people/work' }]}
        title={inLocale(clock.locale, work)}
        lead={ended ? t('retiredLead') : t('codeLead', { code: work.code })}
        actions={
          <>
            {can.define ? (
              <LinkButton href={paths.mapping('workRole', workRoleId)}>{t('map')}</LinkButton>
            ) : null}
            <LinkButton href={`/people/readiness?work=${workRoleId}`}>{t('whoIsReady')}</LinkButton>
            {can.define ? <ChangeWork {...{ workRoleId, nameEn, nameFr, ended }} /> : null}
          </>
        }
      />
      <Needs maps={work.maps} />
      <Doers people={work.people} />
      <Pagination older={work.more ? `${paths.work(workRoleId)}?after=${work.more}` : null} />
      {can.give ? <GiveWork workRoleId={workRoleId} zone={clock.zones.headquarters} /> : null}
    </ClientMessages>
  );
}

async function Needs({ maps }: { maps: Work['maps'] }) {
  const t = await getTranslations('work');
  return (
    <section aria-labelledby="needs" className="mb-6">
      <h2 id="needs" className="mb-1">
        {t('needs')}
      </h2>
      {maps.length === 0 ? (
        <p className="text-ink-2">
          {t('unmapped')}{' '}
          <Link href="/learn/frameworks" className="text-accent underline">
            {t('toFrameworks')}
          </Link>
        </p>
      ) : (
        <ul>
          {maps.map((one) => (
            <li key={one.id}>
              <Link
                href={`/learn/frameworks/${one.frameworkId}/${encodeURIComponent(one.code)}`}
                className="text-accent underline"
              >
                {one.title}
              </Link>{' '}
              <span className="text-sm text-ink-3">{one.framework}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
