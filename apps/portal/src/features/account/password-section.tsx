import { getTranslations } from 'next-intl/server';
import { Instant } from '#components/ui/instant.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Section } from './section.tsx';

/** The password: since when, and the way to another. */
export async function PasswordSection({ changedAt }: { changedAt: string | null }) {
  const t = await getTranslations('account.password');
  return (
    <Section title={t('title')}>
      {changedAt ? (
        <p className="mb-3 text-ink-2">
          {t('changedAt')} <Instant at={changedAt} style="medium" />
        </p>
      ) : null}
      <LinkButton href="/account/password">{t('change')}</LinkButton>
    </Section>
  );
}
