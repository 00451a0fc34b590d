import { useTranslations } from 'next-intl';
import type { ThreadPage } from '#features/consult/types.ts';
import { Entry } from './entry.tsx';

/** The entries of a page in their order, with a line where the unread begin. */
export function Entries({ page }: { page: ThreadPage }) {
  const t = useTranslations('thread');
  const firstUnread = page.contributions.find((one) => one.unread)?.id;
  return (
    <ol aria-label={t('entries')} className="border-t border-line">
      {page.contributions.map((entry) => (
        <li
          key={entry.id}
          id={`c-${entry.id}`}
          className="scroll-mt-16 border-b border-line target:bg-accent-wash"
        >
          {entry.id === firstUnread ? (
            <p id="unread" className="-mt-px border-t-2 border-accent pt-1 text-xs font-semibold text-accent">
              {t('unreadLine')}
            </p>
          ) : null}
          <Entry page={page} entry={entry} />
        </li>
      ))}
    </ol>
  );
}
