import { meetingsOfBodyInput } from '@concord/api/features/meetings/schemas';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { partOf } from '#features/address.ts';
import { BodyTabs } from '#features/consult/body-tabs.tsx';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
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
  const code = partOf(bodyCode);
  const since = meetingsOfBodyInput.shape.before.safeParse(before).data;
  const list = await api.meetings.ofBody({ bodyCode: code, ...(since && { before: since }) });
  const [t, c] = await Promise.all([getTranslations('meetings'), getTranslations('consult')]);
  const marking = dominant(
    [...list.ahead, ...list.past].flatMap((one) => list.markings[one.markingId] ?? []),
  );
  return (
    <>
      <PageMarking marking={marking} />
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
