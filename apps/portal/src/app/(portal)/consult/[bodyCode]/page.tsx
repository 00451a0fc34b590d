import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { idSaid, partOf } from '#features/address.ts';
import { BodyTabs } from '#features/consult/body-tabs.tsx';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { StateLinks } from '#features/consult/state-links.tsx';
import { Threads } from '#features/consult/thread-list.tsx';
import { NextMeeting } from '#features/meetings/next-meeting.tsx';
import { paths } from '#features/paths.ts';
import { pageTitle } from '#features/shell/page-title.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/[bodyCode]'>;

const states = ['open', 'closed'] as const;

function way(code: string, state?: string, before?: string): string {
  const chosen = Object.entries({ state, before }).filter((entry): entry is [string, string] => !!entry[1]);
  const query = new URLSearchParams(chosen).toString();
  return query ? `${paths.body(code)}?${query}` : paths.body(code);
}

type State = (typeof states)[number];

const load = cache(async (bodyCode: string, before: string | undefined, state: State | undefined) => {
  const api = await serverApi();
  const [list, { meeting: next }] = await Promise.all([
    api.threads.ofBody({ bodyCode, ...(before && { before }), ...(state && { state }) }),
    api.meetings.next({ bodyCode }),
  ]);
  const shown = list.threads.flatMap((thread) => list.markings[thread.markingId] ?? []);
  return { list, next, marking: dominant(next ? [...shown, next.marking] : shown) };
});

/** Which list the address asks for. */
async function asked({ params, searchParams }: Props) {
  const [{ bodyCode }, { before, state }] = await Promise.all([params, searchParams]);
  return { code: partOf(bodyCode), since: idSaid(before), state: states.find((one) => one === state) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { code, since, state } = await asked(props);
  const [t, { marking }] = await Promise.all([getTranslations('consult'), load(code, since, state)]);
  return { title: await pageTitle(t('threads'), marking?.levelName) };
}

/** A body's threads, the one last written in first. */
export default async function BodyPage(props: Props) {
  const { code, since, state } = await asked(props);
  const { list, next, marking } = await load(code, since, state);
  const t = await getTranslations('consult');
  return (
    <>
      <PageMarking marking={marking} />
      <PageHeader
        title={list.body.name}
        crumbs={[{ label: t('title'), href: '/consult' }, { label: list.body.code }]}
        actions={
          list.mayStart ? (
            <LinkButton look="primary" href={paths.newThread(code)}>
              {t('start')}
            </LinkButton>
          ) : null
        }
      />
      <BodyTabs code={list.body.code} current="threads" />
      <NextMeeting meeting={next} />
      <StateLinks
        label={t('stateOf')}
        links={[undefined, ...states].map((one) => ({
          href: way(code, one),
          label: t(`states.${one ?? 'all'}`),
          current: one === state,
        }))}
      />
      <Threads list={list} filtered={state !== undefined} />
      <Pagination
        newer={since ? way(code, state) : null}
        older={list.older ? way(code, state, list.older) : null}
      />
    </>
  );
}
