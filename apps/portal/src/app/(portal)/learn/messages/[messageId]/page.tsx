import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { RenderedText } from '#components/rendered-text.tsx';
import { isId } from '#features/address.ts';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/messages/[messageId]'>;

const load = cache(async (messageId: string) => {
  if (!isId(messageId)) notFound();
  return (await serverApi()).cohorts.message({ messageId });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).messageId)).subject };
}

/** A message to a cohort, as those it went to read it; who looks after the cohort sees who they are. */
export default async function MessagePage({ params }: Props) {
  const message = await load((await params).messageId);
  const [t, locale, clock] = await Promise.all([
    getTranslations('cohorts.messages'),
    getLocale(),
    getClock(),
  ]);
  const { id, nameEn, nameFr } = message.cohort;
  const crumb = {
    label: inLocale(locale, { nameEn, nameFr }),
    href: message.to ? paths.cohortMessages(id) : paths.seats(id),
  };
  return (
    <>
      <PageHeader
        crumbs={[crumb]}
        title={message.subject}
        lead={t('sentBy', { author: message.author, at: clock.due(message.sentAt) })}
      />
      <RenderedText html={message.html} language={message.language} className="max-w-measure" />
      {message.to ? (
        <section aria-labelledby="to" className="mt-9">
          <h2 id="to" className="mb-2">
            {t('wentTo', { count: message.to.length })}
          </h2>
          <ul className="grid max-w-measure gap-x-8 md:grid-cols-2">
            {message.to.map((person) => (
              <li key={person.personId} className="py-0.5 wrap-anywhere">
                {person.name}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
