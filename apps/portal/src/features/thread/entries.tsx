import { useTranslations } from 'next-intl';
import { markup } from '#components/markup.ts';
import type { ThreadPage } from '#features/consult/types.ts';
import { useClock } from '#i18n/clock.ts';
import { entryMarkup } from './entry-markup.ts';

/** The entries of a page in their order, with a line where the unread begin. */
export function Entries({ page }: { page: ThreadPage }) {
  const thread = useTranslations('thread');
  const words = {
    page,
    t: useTranslations('contribution'),
    m: useTranslations('markings'),
    clock: useClock(),
  };
  const firstUnread = page.contributions.find((one) => one.unread)?.id;
  const line = markup`<p id="unread" class="-mt-px border-t-2 border-accent pt-1 text-xs font-semibold text-accent">${thread('unreadLine')}</p>`;
  return (
    <ol aria-label={thread('entries')} className="entries border-t border-line">
      {page.contributions.map((entry) => (
        <li
          key={entry.id}
          id={`c-${entry.id}`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: Markup is escaped by how it is made
          dangerouslySetInnerHTML={{
            __html: markup`${entry.id === firstUnread && line}${entryMarkup(entry, words)}`.html,
          }}
        />
      ))}
    </ol>
  );
}
