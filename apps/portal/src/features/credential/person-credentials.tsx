import { getLocale, getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';
import { titleFor, titleLanguage } from './credential-title.ts';
import { RevokeCredential } from './revoke-credential.tsx';
import { StateTag } from './state-tag.tsx';

/** What a person has earned, for who may take it back. */
export async function PersonCredentials({ personId }: { personId: string }) {
  const api = await serverApi();
  const [t, locale, { items, can }] = await Promise.all([
    getTranslations('credential'),
    getLocale(),
    api.credentials.ofPerson({ personId }),
  ]);
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="credentials">
      <h2 id="credentials" className="mb-3">
        {t('ofPerson')}
      </h2>
      <ClientMessages of={['credential.revoke']}>
        <ul className="border-t border-line">
          {items.map(({ id, publicId, titles, reason, ...credential }) => (
            <li
              key={id}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line py-2.5"
            >
              <div>
                <Link
                  href={`/verify/${publicId}`}
                  lang={titleLanguage(titles, locale)}
                  className="font-semibold hover:text-accent hover:underline"
                >
                  {titleFor(titles, locale)}
                </Link>
                {reason ? <p className="text-sm text-ink-2">{t('reason', { reason })}</p> : null}
              </div>
              <span className="flex items-baseline gap-3">
                <StateTag credential={credential} />
                {can.revoke && credential.state !== 'revoked' ? (
                  <RevokeCredential credentialId={id} about={titleFor(titles, locale)} />
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      </ClientMessages>
    </section>
  );
}
