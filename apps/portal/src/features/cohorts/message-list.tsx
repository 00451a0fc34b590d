import { getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { getClock } from '#i18n/clock.ts';
import type { CohortMessages, OwnMessages } from './types.ts';

/** What was sent to a cohort: when, what about, by whom, and to how many. */
export async function SentMessages({ messages }: { messages: CohortMessages }) {
  const t = await getTranslations('cohorts.messages');
  if (messages.length === 0) return <p className="text-ink-2">{t('none')}</p>;
  return (
    <ul className="border-t border-line">
      {messages.map((message) => (
        <MessageRow key={message.id} message={message}>
          {t('sentTo', {
            author: message.author,
            count: message.people,
            audience: t(`audiences.${message.audience}`),
          })}
        </MessageRow>
      ))}
    </ul>
  );
}

/** What came to the reader in a cohort; nothing at all where nothing came. */
export async function MyMessages({ messages }: { messages: OwnMessages }) {
  if (messages.length === 0) return null;
  const t = await getTranslations('cohorts.messages');
  return (
    <section aria-labelledby="messages">
      <h2 id="messages" className="mb-3">
        {t('title')}
      </h2>
      <ul className="border-t border-line">
        {messages.map((message) => (
          <MessageRow key={message.id} message={message}>
            {t('by', { author: message.author })}
          </MessageRow>
        ))}
      </ul>
    </section>
  );
}

type RowProps = {
  message: { id: string; subject: string; language: string; sentAt: string };
  children: string;
};

async function MessageRow({ message, children }: RowProps) {
  const clock = await getClock();
  return (
    <li className="grid items-baseline gap-x-4 gap-y-1 border-b border-line py-3 md:grid-cols-[9.5rem_minmax(0,1fr)]">
      <time dateTime={message.sentAt} className="text-sm text-ink-3">
        {clock.due(message.sentAt)}
      </time>
      <div className="min-w-0">
        <Link
          href={paths.message(message.id)}
          lang={message.language}
          className="font-semibold wrap-anywhere hover:text-accent hover:underline"
        >
          {message.subject}
        </Link>
        <p className="text-sm text-ink-2">{children}</p>
      </div>
    </li>
  );
}
