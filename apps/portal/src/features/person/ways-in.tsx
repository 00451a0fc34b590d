import { getTranslations } from 'next-intl/server';
import { Instant } from '#components/ui/instant.tsx';
import type { PersonPage } from '#features/people/types.ts';
import { AccessAction } from './access-action.tsx';
import { ResetFactor } from './reset-factor.tsx';

/** How a person signs in, and the way to help who has lost the second factor. */
export async function WaysIn({
  person,
  ways,
}: {
  person: PersonPage;
  ways: NonNullable<PersonPage['waysIn']>;
}) {
  const t = await getTranslations('person.waysIn');
  const { factorSince, factorResetAt, resetReason, passkeys, provider } = ways;
  const hasFactor = factorSince !== null || passkeys > 0;
  return (
    <section aria-labelledby="ways-in">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="ways-in">{t('title')}</h2>
        {person.can.resetFactor && hasFactor ? (
          <ResetFactor personId={person.id} about={person.name} />
        ) : null}
      </div>
      <ul className="flex flex-col gap-1 border-t border-line pt-3 text-ink-2">
        {factorSince ? (
          <li>
            {t('factorSince')} <Instant at={factorSince} style="medium" />
          </li>
        ) : null}
        {factorResetAt ? (
          <li>
            {t('factorReset')} <Instant at={factorResetAt} style="medium" />
            {resetReason ? <p className="wrap-anywhere">{t('reason', { reason: resetReason })}</p> : null}
          </li>
        ) : null}
        {passkeys > 0 ? <li>{t('passkeys', { count: passkeys })}</li> : null}
        {provider ? (
          <li className="flex flex-wrap items-baseline gap-3">
            <span>
              {t('provider', { provider: provider.name })} <Instant at={provider.linkedAt} style="medium" />
            </span>
            {person.can.invite ? (
              <AccessAction
                change={{ kind: 'disconnectProvider', personId: person.id }}
                about={`${person.name}, ${provider.name}`}
              />
            ) : null}
          </li>
        ) : null}
        {hasFactor || factorResetAt ? null : <li>{t('noFactor')}</li>}
      </ul>
    </section>
  );
}
