import { getTranslations } from 'next-intl/server';
import { Instant } from '#components/ui/instant.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Section } from './section.tsx';

type Props = { changedAt: string | null; has: boolean };

/** The password: since when, and the way to another, or to a first one. */
export async function PasswordSection({ changedAt, has }: Props) {
  const t = await getTranslations('account.password');
  return (
    <Section title={t('title')}>
      {changedAt ? (
        <p className="mb-3 text-ink-2">
          {t('changedAt')} <Instant at={changedAt} style="medium" />
        </p>
      ) : null}
      {has ? null : <p className="mb-3 text-ink-2">{t('none')}</p>}
      <LinkButton href="/account/password">{t(has ? 'change' : 'set')}</LinkButton>
    </Section>
  );
}
