import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { getLocale, getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import { formatDate } from '#i18n/format.ts';
import { titleFor, titleLanguage } from './credential-title.ts';
import { StateTag } from './state-tag.tsx';

type Credential = inferRouterOutputs<AppRouter>['credentials']['mine'][number];

/** What a person has earned, each with until when it holds. */
export async function CredentialList({ credentials }: { credentials: readonly Credential[] }) {
  const t = await getTranslations('credential');
  if (credentials.length === 0) {
    return (
      <EmptyState
        title={t('empty.title')}
        action={
          <LinkButton href="/learn" look="primary">
            {t('empty.action')}
          </LinkButton>
        }
      >
        {t('empty.body')}
      </EmptyState>
    );
  }
  return (
    <ul className="border-t border-line">
      {credentials.map((credential) => (
        <CredentialRow key={credential.id} credential={credential} />
      ))}
    </ul>
  );
}

async function CredentialRow({ credential }: { credential: Credential }) {
  const [t, locale] = await Promise.all([getTranslations('credential'), getLocale()]);
  const { of, slug, titles, issuedAt, reason } = credential;
  const title = titleFor(titles, locale);
  return (
    <li className="grid items-start gap-x-6 gap-y-3 border-b border-line py-4 lg:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h2 lang={titleLanguage(titles, locale)} className="wrap-anywhere">
          {slug ? (
            <Link
              href={of === 'path' ? paths.learningPath(slug) : paths.course(slug)}
              className="hover:text-accent hover:underline"
            >
              {title}
            </Link>
          ) : (
            title
          )}
        </h2>
        <p className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-ink-2">
          <StateTag credential={credential} />
          {t('issued', { date: formatDate(issuedAt, { locale, style: 'medium' }) })}
          {of === 'path' ? <span>{t('ofPath')}</span> : null}
        </p>
        {reason ? <p className="mt-1 max-w-measure text-sm text-ink-2">{t('reason', { reason })}</p> : null}
      </div>
      <RowActions credential={credential} title={title} />
    </li>
  );
}

async function RowActions({ credential, title }: { credential: Credential; title: string }) {
  const t = await getTranslations('credential');
  const { id, publicId, slug, state } = credential;
  const of = <span className="sr-only">: {title}</span>;
  return (
    <div className="no-print flex flex-wrap gap-2">
      {state === 'expired' && slug && credential.of === 'course' ? (
        <LinkButton href={paths.course(slug)}>
          {t('again')}
          {of}
        </LinkButton>
      ) : null}
      {state === 'revoked' ? null : (
        <a href={`/api/credentials/${id}.pdf`} download className={buttonLook()}>
          {t('download')}
          {of}
        </a>
      )}
      <LinkButton href={`/verify/${publicId}`}>
        {t('check')}
        {of}
      </LinkButton>
    </div>
  );
}
