import { meetingsOfBodyInput } from '@concord/api/features/meetings/schemas';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { partOf } from '#features/address.ts';
import { BodyTabs } from '#features/consult/body-tabs.tsx';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { MeetingList } from '#features/meetings/meeting-list.tsx';
import { paths } from '#features/paths.ts';
import { pageTitle } from '#features/shell/page-title.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/[bodyCode]/meetings'>;

const load = cache(async (bodyCode: string, before: string | undefined) => {
  const list = await (await serverApi()).meetings.ofBody({ bodyCode, ...(before && { before }) });
  const shown = [...list.ahead, ...list.past].flatMap((one) => list.markings[one.markingId] ?? []);
  return { list, marking: dominant(shown) };
});

/** Which list the address asks for. */
async function asked({ params, searchParams }: Props) {
  const since = meetingsOfBodyInput.shape.before.safeParse((await searchParams).before).data;
  return { code: partOf((await params).bodyCode), since };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { code, since } = await asked(props);
  const [t, { marking }] = await Promise.all([getTranslations('meetings'), load(code, since)]);
  return { title: await pageTitle(t('title'), marking?.levelName) };
}

/** A body's meetings: those ahead in the order they come, then the past ones. */
export default async function MeetingsPage(props: Props) {
  const { code, since } = await asked(props);
  const { list, marking } = await load(code, since);
  const [t, c] = await Promise.all([getTranslations('meetings'), getTranslations('consult')]);
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
