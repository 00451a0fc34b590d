import { meetingsOfBodyInput } from '@concord/api/features/meetings/schemas';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { BodyTabs } from '#features/consult/body-tabs.tsx';
import { dominant, releaseWords } from '#features/consult/marking-words.ts';
import { MeetingList } from '#features/meetings/meeting-list.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/[bodyCode]/meetings'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('title') };
}

/** A body's meetings: those ahead in the order they come, then the past ones. */
export default async function MeetingsPage({ params, searchParams }: Props) {
  const [{ bodyCode }, { before }, api] = await Promise.all([params, searchParams, serverApi()]);
  const code = decodeURIComponent(bodyCode);
  const since = meetingsOfBodyInput.shape.before.safeParse(before).data;
  const list = await api.meetings.ofBody({ bodyCode: code, ...(since && { before: since }) });
  const [t, c, m, locale] = await Promise.all([
    getTranslations('meetings'),
    getTranslations('consult'),
    getTranslations('markings'),
    getLocale(),
  ]);
  const marking = dominant(
    [...list.ahead, ...list.past].flatMap((one) => list.markings[one.markingId] ?? []),
  );
  return (
    <>
      {marking ? (
        <MarkingBanner
          of="page"
          words={{ level: marking.levelName, release: releaseWords(marking, m, locale) }}
        />
      ) : null}
      <PageHeader
        title={list.body.name}
        crumbs={[{ label: c('title'), href: '/consult' }, { label: list.body.code }]}
        actions={
          list.mayPlan ? (
            <LinkButton look="primary" href={paths.newMeeting(code)}>
              {t('plan')}
            </LinkButton>
          ) : null
        }
      />
      <BodyTabs code={list.body.code} current="meetings" />
      <MeetingList list={list} />
      <Pagination
        newer={since ? paths.meetings(code) : null}
        older={list.older ? paths.meetings(code, list.older) : null}
      />
    </>
  );
}
