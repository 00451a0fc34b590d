import { useTranslations } from 'next-intl';
import { MailForm } from './mail-form.tsx';
import { Section } from './section.tsx';

type Mail = { mailing: 'each' | 'daily' | 'none'; digestHour: number };

/** When mail about notifications goes: the reader's choice. */
export function MailSection({ mail }: { mail: Mail }) {
  const t = useTranslations('account.mail');
  return (
    <Section title={t('title')}>
      <p className="mb-4 text-ink-2">{t('note')}</p>
      <MailForm mail={mail} />
    </Section>
  );
}
