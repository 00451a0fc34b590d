import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Notice } from '#components/notice.tsx';
import { formatDate, formatInstant } from '#i18n/format.ts';
import { titleFor, titleLanguage } from './credential-title.ts';

type Verified = inferRouterOutputs<AppRouter>['credentials']['verify'];
type Known = Exclude<Verified, { state: 'unknown' }>;

const kinds = { valid: 'good', expired: 'warn', revoked: 'bad' } as const;
const marks = { valid: '✓', expired: '◐', revoked: '✕' } as const;

/** What anybody may know of a credential: whether it holds, whose it is, for what, and the dates. */
export async function Proof({ proof }: { proof: Known }) {
  const [t, locale] = await Promise.all([getTranslations('credential.verify'), getLocale()]);
  const { state } = proof;
  return (
    <>
      <Notice
        kind={kinds[state]}
        title={
          <>
            <span aria-hidden="true">{marks[state]} </span>
            {t(state)}
          </>
        }
      >
        {state === 'valid' ? null : <p>{t(state === 'revoked' ? 'revokedBody' : 'expiredBody')}</p>}
      </Notice>
      <Facts proof={proof} />
      <p className="mt-6 text-sm text-ink-2">
        {t('asked', { instant: formatInstant(new Date(), { zone: 'UTC', locale, style: 'medium' }) })}
      </p>
      <p className="mt-1 text-sm text-ink-2">{t('what')}</p>
    </>
  );
}

async function Facts({ proof }: { proof: Known }) {
  const [t, locale] = await Promise.all([getTranslations('credential.verify'), getLocale()]);
  const { holder, titles, publicId, issuedAt, validUntil, revokedAt } = proof;
  const day = (at: string) => <time dateTime={at}>{formatDate(at, { locale, style: 'medium' })}</time>;
  return (
    <dl className="border-t border-line">
      <Fact label={t('holder')}>
        <b>{holder}</b>
      </Fact>
      <Fact label={t('course')}>
        <span lang={titleLanguage(titles, locale)}>{titleFor(titles, locale)}</span>
      </Fact>
      <Fact label={t('issued')}>{day(issuedAt)}</Fact>
      {revokedAt ? (
        <Fact label={t('revokedOn')}>{day(revokedAt)}</Fact>
      ) : (
        <Fact label={t('validUntil')}>{validUntil ? day(validUntil) : t('always')}</Fact>
      )}
      <Fact label={t('number')}>
        <span className="font-mono">{publicId}</span>
      </Fact>
    </dl>
  );
}

/** A number that names no credential of ours. */
export async function UnknownProof({ asked }: { asked: string }) {
  const t = await getTranslations('credential.verify');
  return (
    <>
      <Notice kind="warn" title={t('unknown')}>
        <p>{t('unknownBody')}</p>
      </Notice>
      <dl className="border-t border-line">
        <Fact label={t('unknownLabel')}>
          <span className="font-mono wrap-anywhere">{asked}</span>
        </Fact>
      </dl>
    </>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 border-b border-line py-2.5 md:grid-cols-[9rem_minmax(0,1fr)]">
      <dt className="text-ink-2">{label}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
