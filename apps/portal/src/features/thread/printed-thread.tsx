import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { Notice } from '#components/notice.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { RenderedText } from '#components/rendered-text.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { formatBytes } from '#i18n/format.ts';
import { PrintButton } from './print-button.tsx';

type Thread = inferRouterOutputs<AppRouter>['word']['thread'];
type Entry = Thread['entries'][number];

/** A thread in one piece, each entry with its marking; personal remarks without whose they are. */
export function PrintedThread({ thread }: { thread: Thread }) {
  const t = useTranslations('thread.print');
  const c = useTranslations('consult');
  const clock = useClock();
  return (
    <>
      <PageHeader
        title={thread.title}
        lead={t('lead', { body: thread.body.name, when: clock.at(thread.takenOutAt) })}
        crumbs={[
          { label: c('title'), href: '/consult' },
          { label: thread.body.name, href: paths.body(thread.body.code) },
          { label: thread.title, href: paths.thread(thread.id) },
        ]}
        actions={
          <>
            <PrintButton label={t('print')} />
            <LinkButton href={paths.threadFile(thread.id, 'docx')} download>
              {t('word')}
            </LinkButton>
            <LinkButton href={paths.threadFile(thread.id, 'json')} download>
              {t('json')}
            </LinkButton>
          </>
        }
      />
      {thread.more ? <Notice kind="warn">{t('more', { most: thread.most })}</Notice> : null}
      {thread.entries.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ol className="max-w-measure">
        {thread.entries.map((entry) => (
          <PrintedEntry key={entry.id} entry={entry} />
        ))}
      </ol>
    </>
  );
}

function PrintedEntry({ entry }: { entry: Entry }) {
  const t = useTranslations('thread.print');
  const clock = useClock();
  return (
    <li className="border-t border-line py-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {entry.by ? (
          <span>
            <span className="font-semibold">{entry.by.name}</span>{' '}
            <span className="font-medium text-ink-2">{entry.by.party.code}</span>
          </span>
        ) : (
          <span className="font-semibold">{t('personal')}</span>
        )}
        {entry.kind === 'statement' && entry.by ? (
          <Tag tone="info">{t('statement', { party: entry.by.party.name })}</Tag>
        ) : null}
        <span className="text-sm text-ink-3">{clock.at(entry.at, 'medium')}</span>
      </p>
      <p className="mb-2 text-sm text-ink-2">{entry.marking}</p>
      <RenderedText html={entry.html} />
      {entry.files.length > 0 ? (
        <ul aria-label={t('files')} className="mt-2 text-sm text-ink-2">
          {entry.files.map((file, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may bear one name; their place tells them apart
            <li key={index} className="wrap-anywhere">
              {file.name} · {formatBytes(file.size, clock.locale)}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
