import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { getClock } from '#i18n/clock.ts';
import type { MailHead } from './types.ts';

/** The mails, newest first. */
export async function MailList({ mails }: { mails: readonly MailHead[] }) {
  const [t, clock] = await Promise.all([getTranslations('mail'), getClock()]);
  if (mails.length === 0) return <EmptyState title={t('empty.title')}>{t('empty.body')}</EmptyState>;
  return (
    <ul className="border-t border-line">
      {mails.map((mail) => (
        <li
          key={mail.id}
          className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2.5"
        >
          <Link
            href={`/people/mail?id=${mail.id}`}
            className="font-semibold wrap-anywhere hover:text-accent hover:underline"
          >
            {mail.subject}
          </Link>
          <span className="text-sm wrap-anywhere text-ink-2">
            {t('to', { to: mail.to })} · {clock.at(mail.sentAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}

const ADDRESS = /(https?:\/\/[^\s<>"]+)/;

/** A mail as it was written; its links can be followed. */
export async function MailText({ text }: { text: string }) {
  const t = await getTranslations('mail');
  return (
    <section aria-label={t('text')} className="max-w-measure whitespace-pre-wrap wrap-anywhere">
      {text.split(ADDRESS).map((part, place) =>
        place % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
          <a key={place} href={part} className="text-accent underline">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </section>
  );
}
