import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { ThreadPage } from '#features/consult/types.ts';
import { Composer } from '#features/contribution/composer.tsx';
import { EntryActions } from '#features/contribution/entry-actions.tsx';
import { paths } from '#features/paths.ts';
import { MarkAnswered } from '#features/questions/mark-answered.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { useClock } from '#i18n/clock.ts';
import { Entries } from './entries.tsx';
import { FollowSelect } from './follow-select.tsx';
import { GlassBanner } from './glass-banner.tsx';
import { LiveThread } from './live-thread.tsx';
import { MarkAllRead } from './mark-all-read.tsx';

/** A page of a thread: heading, what is unread before it, the entries, and the composer at the end of the last page. */
export function ThreadView({ page }: { page: ThreadPage }) {
  const t = useTranslations('thread');
  const clock = useClock();
  const here = paths.thread(page.id);
  const marking = page.markings[page.markingId];
  const last = page.contributions.at(-1)?.id ?? null;
  return (
    <ClientMessages of={['thread', 'glass', 'contribution', 'markings', 'questions']}>
      <Head page={page} />
      <GlassBanner page={page} />
      {page.unreadBefore ? (
        <p className="mb-4 flex flex-wrap items-center gap-3 border-y border-line py-2.5 text-sm font-semibold text-accent">
          {t('olderHidden', { count: page.unread })}
          <LinkButton size="small" href={`${here}?unread=1#unread`}>
            {t('firstUnread')}
          </LinkButton>
          {last ? <MarkAllRead threadId={page.id} contributionId={last} /> : null}
        </p>
      ) : null}
      {page.older ? (
        <nav aria-label={t('olderPage')} className="no-print mb-4">
          <LinkButton href={`${here}?before=${page.older}`}>↑ {t('olderPage')}</LinkButton>
        </nav>
      ) : null}
      {page.contributions.length === 0 ? (
        <EmptyState title={t('empty.title')}>{page.mayWrite ? t('empty.body') : null}</EmptyState>
      ) : (
        <Entries page={page} />
      )}
      {page.newer ? (
        <nav aria-label={t('latest')} className="no-print mt-4 flex flex-wrap gap-2">
          <LinkButton href={`${here}?after=${page.newer}`}>↓ {t('newerPage')}</LinkButton>
          <LinkButton href={here}>{t('latest')}</LinkButton>
        </nav>
      ) : null}
      <LiveThread threadId={page.id} lastId={page.unreadBefore ? null : last} unread={page.unread} />
      <EntryActions threadId={page.id} away={homeOf(page)} />
      {page.mayWrite && marking && !page.newer ? (
        <Composer
          key={page.id}
          threadId={page.id}
          marking={marking}
          draft={page.draft}
          zone={clock.zones.person}
          mayState={page.mayState}
        />
      ) : null}
      {page.mayWrite ? null : <WhyNot page={page} />}
    </ClientMessages>
  );
}

/** What a thread lies under: its committee, or the part of a course it asks about. */
function homeOf({ asked, body }: ThreadPage): string {
  return asked ? paths.activity(asked.course, asked.activity.key) : paths.body(body.code);
}

/** In the composer's place, why nothing can be written. */
function WhyNot({ page }: { page: ThreadPage }) {
  const t = useTranslations('thread');
  const clock = useClock();
  const { closing } = page;
  return (
    <div className="mt-8 border-t border-line pt-4 text-ink-2">
      <p>{closing ? t('closedBy', { by: closing.by, when: clock.at(closing.at) }) : t('readOnly')}</p>
      {closing ? <p className="max-w-measure whitespace-pre-line wrap-anywhere">{closing.reason}</p> : null}
    </div>
  );
}

function Head({ page }: { page: ThreadPage }) {
  const t = useTranslations('thread');
  const c = useTranslations('consult');
  const q = useTranslations('questions');
  const clock = useClock();
  const lead = [
    t('startedAt', { when: clock.at(page.createdAt) }),
    ...(page.named ? [t('namedOnly')] : []),
    ...(page.asked ? [q(page.asked.answeredAt ? 'answered' : 'waits')] : []),
    ...(page.closing ? [t('closed')] : []),
    ...(page.unread > 0 ? [t('unread', { count: page.unread })] : []),
  ].join(' · ');
  return (
    <PageHeader
      title={page.title}
      lead={lead}
      crumbs={
        page.asked
          ? [
              { label: q('pageTitle'), href: paths.courseQuestions(page.asked.course) },
              { label: page.asked.activity.title, href: homeOf(page) },
            ]
          : [
              { label: c('title'), href: '/consult' },
              { label: page.body.name, href: homeOf(page) },
            ]
      }
      actions={
        <>
          <LinkButton href={paths.printedThread(page.id)}>{t('print.link')}</LinkButton>
          {page.asked?.mayAnswer ? (
            <MarkAnswered threadId={page.id} answered={page.asked.answeredAt !== null} />
          ) : null}
          <LinkButton href={paths.aboutThread(page.id)}>{t('about.link')}</LinkButton>
          <FollowSelect threadId={page.id} following={page.following} />
        </>
      }
    />
  );
}
