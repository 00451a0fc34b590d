import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/notice.tsx';
import { Instant } from '#components/ui/instant.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Section } from './section.tsx';

type Factor = { confirmedAt: string | null; needed: boolean; codesLeft: number };

/** The second factor: whether there is one, how many recovery codes are left, and the way to change it. */
export async function SecondFactorSection({ factor, byPasskey }: { factor: Factor; byPasskey: boolean }) {
  const t = await getTranslations('account.factor');
  const { confirmedAt, needed, codesLeft } = factor;
  return (
    <Section title={t('title')}>
      {confirmedAt ? (
        <p className="mb-3 text-ink-2">
          {t('since')} <Instant at={confirmedAt} style="medium" />. {t('codesLeft', { count: codesLeft })}
        </p>
      ) : byPasskey ? (
        <p className="mb-3 text-ink-2">{t('byPasskey')}</p>
      ) : needed ? (
        <Notice kind="warn" title={t('needed')}>
          {t('neededWhy')}
        </Notice>
      ) : (
        <p className="mb-3 text-ink-2">{t('none')}</p>
      )}
      <LinkButton
        href="/account/second-factor"
        look={needed && !confirmedAt && !byPasskey ? 'primary' : 'plain'}
      >
        {t(confirmedAt ? 'change' : 'setUp')}
      </LinkButton>
    </Section>
  );
}
