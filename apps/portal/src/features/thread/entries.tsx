import { useTranslations } from 'next-intl';
import { HeldRows } from '#components/held/held-rows.tsx';
import { hold } from '#components/held/hold.ts';
import { markup } from '#components/markup.ts';
import type { ThreadPage } from '#features/consult/types.ts';
import { useClock } from '#i18n/clock.ts';
import { buttons, entryMarkup, markingsApart } from './entry-markup.ts';

/** The entries of a page in their order, with a line where the unread begin. */
export function Entries({ page }: { page: ThreadPage }) {
  const thread = useTranslations('thread');
  const t = useTranslations('contribution');
  const words = {
    page,
    t,
    apart: markingsApart(page),
    button: buttons(t),
    m: useTranslations('markings'),
    clock: useClock(),
  };
  const firstUnread = page.contributions.find((one) => one.unread)?.id;
  const line = markup`<p id="unread" class="-mt-px border-t-2 border-accent pt-1 text-xs font-semibold text-accent">${thread('unreadLine')}</p>`;
  const rows = page.contributions.map((entry) =>
    hold(`c-${entry.id}`, markup`${entry.id === firstUnread && line}${entryMarkup(entry, words)}`.html),
  );
  return <HeldRows rows={rows} label={thread('entries')} className="entries border-t border-line" />;
}
