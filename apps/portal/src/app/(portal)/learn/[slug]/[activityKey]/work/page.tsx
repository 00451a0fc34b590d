import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/[activityKey]/work'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignments'))('queue.title') };
}

/** Work handed in for an assignment, what waits first. */
export default async function WorkQueuePage({ params, searchParams }: Props) {
  const [{ slug, activityKey }, query] = await Promise.all([params, searchParams]);
  if (!isKey(slug) || !isKey(activityKey)) notFound();
  const [t, clock, api] = await Promise.all([getTranslations('assignments'), getClock(), serverApi()]);
  const { course, activity } = await api.courses.activity({ course: slug, activity: activityKey });
  const [, decided, submittedAt, id] =
    /^(yes|no)~([^~]+)~([0-9a-f-]{36})$/.exec(String(query.after ?? '')) ?? [];
  const after = submittedAt && id ? { decided: decided === 'yes', submittedAt, id } : undefined;
  const { work, next, blind } = await api.assignments.queue({ activityId: activity.id, after });
  const address = `${paths.activity(slug, activityKey)}/work`;
  return (
    <>
      <PageHeader
        title={activity.title}
        lead={blind ? t('queue.blind') : t('queue.lead')}
        crumbs={[
          { label: course.title, href: paths.course(slug) },
          { label: activity.title, href: paths.activity(slug, activityKey) },
        ]}
      />
      {work.length === 0 ? <p className="text-ink-2">{t('queue.nothing')}</p> : null}
      <ol className="max-w-4xl divide-y divide-line border-y border-line empty:hidden">
        {work.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
            <Link href={`${address}/${one.id}`} className="font-medium text-accent hover:underline">
              {one.person ?? t('queue.unnamed', { code: one.id.slice(-4).toUpperCase() })}{' '}
              {one.number > 1 ? t('queue.try', { number: one.number }) : null}
            </Link>
            <span className="text-sm text-ink-2">
              {one.others.length > 0 ? `${t('queue.writing', { names: one.others.join(', ') })} · ` : null}
              {t('handedInAt', { at: clock.at(one.submittedAt) })}{' '}
              <Tag>
                {one.outcome
                  ? t(`outcome.${one.outcome}`)
                  : t(one.differs ? 'queue.differs' : one.mine ? 'queue.mine' : 'queue.waiting')}
              </Tag>
            </span>
          </li>
        ))}
      </ol>
      {next ? (
        <p className="mt-6">
          <LinkButton
            href={`${address}?after=${encodeURIComponent(`${next.decided ? 'yes' : 'no'}~${next.submittedAt}~${next.id}`)}`}
          >
            {t('queue.more')}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}
