import { getTranslations } from 'next-intl/server';
import { Instant } from '#components/ui/instant.tsx';
import { ConnectButton, DisconnectButton } from './identity-buttons.tsx';
import { Section } from './section.tsx';

type Identity = { provider: string; linkedAt: string | null };

/** The identity provider: whether the person signs in by it, and how to begin or to stop. */
export async function IdentitySection({
  identity,
  hasPassword,
}: {
  identity: Identity;
  hasPassword: boolean;
}) {
  const t = await getTranslations('account.identity');
  const { provider, linkedAt } = identity;
  return (
    <Section title={provider}>
      {linkedAt ? (
        <p className="mb-3 text-ink-2">
          {t('since')} <Instant at={linkedAt} style="medium" />. {hasPassword ? null : t('onlyWay')}
        </p>
      ) : (
        <p className="mb-3 text-ink-2">{t('none', { provider })}</p>
      )}
      {linkedAt === null ? (
        <ConnectButton provider={provider} />
      ) : hasPassword ? (
        <DisconnectButton provider={provider} />
      ) : null}
    </Section>
  );
}
