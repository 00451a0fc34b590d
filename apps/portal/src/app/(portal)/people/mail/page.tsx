import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { idSaid } from '#features/address.ts';
import { MailList, MailText } from '#features/people/mail.tsx';
import { PeopleTabs } from '#features/people/people-tabs.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/people/mail'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail'))('title') };
}

/** What a demo installation would have sent. */
export default async function MailPage({ searchParams }: Props) {
  const id = idSaid((await searchParams).id);
  const api = await serverApi();
  const [t, clock] = await Promise.all([getTranslations('mail'), getClock()]);
  if (id) {
    const mail = await api.mail.byId({ mailId: id });
    return (
      <>
        <PageHeader
          crumbs={[{ label: t('back'), href: '/people/mail' }]}
          title={mail.subject}
          lead={`${t('to', { to: mail.to })} · ${clock.at(mail.sentAt, 'medium')}`}
        />
        <MailText text={mail.text} />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <PeopleTabs current="mail" />
      <MailList mails={await api.mail.list()} />
    </>
  );
}
