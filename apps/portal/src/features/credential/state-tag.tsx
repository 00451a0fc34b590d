import type { CredentialState } from '@concord/api/features/credentials/rules';
import { getLocale, getTranslations } from 'next-intl/server';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import { formatDate } from '#i18n/format.ts';

type Props = { credential: { state: CredentialState; validUntil: string | null; revokedAt: string | null } };

const tones: Record<CredentialState, Tone> = { valid: 'good', expired: 'warn', revoked: 'bad' };

/** Whether a credential holds, and until when; days are counted in UTC, as on its paper. */
export async function StateTag({ credential }: Props) {
  const [t, locale] = await Promise.all([getTranslations('credential.state'), getLocale()]);
  const { state, validUntil, revokedAt } = credential;
  const day = (at: string | null) => (at ? formatDate(at, { locale, style: 'medium' }) : '');
  const words = {
    valid: () => (validUntil ? t('validUntil', { date: day(validUntil) }) : t('valid')),
    expired: () => t('expired', { date: day(validUntil) }),
    revoked: () => t('revoked', { date: day(revokedAt) }),
  };
  return (
    <Tag tone={tones[state]} marked>
      {words[state]()}
    </Tag>
  );
}
