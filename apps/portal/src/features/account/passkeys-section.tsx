import { getTranslations } from 'next-intl/server';
import { Instant } from '#components/ui/instant.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { AddPasskey } from './add-passkey.tsx';
import { RemovePasskey, RenamePasskey } from './passkey-buttons.tsx';
import { Section } from './section.tsx';

type Passkey = { id: string; name: string; synced: boolean; createdAt: string; usedAt: string | null };

/** The person's passkeys, each with a name of its own, and the way to another. */
export async function PasskeysSection({
  passkeys,
}: {
  passkeys: { work: boolean; list: readonly Passkey[] };
}) {
  const { work, list } = passkeys;
  if (!work && list.length === 0) return null;
  const t = await getTranslations('account.passkeys');
  return (
    <Section title={t('title')}>
      <p className="mb-3 text-ink-2">{t('lead')}</p>
      {list.length > 0 ? (
        <ul className="mb-4 border-t border-line">
          {list.map(({ id, name, synced, createdAt, usedAt }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3"
            >
              <div className="min-w-0">
                <p className="font-semibold wrap-anywhere">
                  {name} {synced ? <Tag>{t('synced')}</Tag> : null}
                </p>
                <p className="text-sm text-ink-2">
                  {t('made')} <Instant at={createdAt} />
                  {usedAt ? (
                    <>
                      {' · '}
                      {t('used')} <Instant at={usedAt} />
                    </>
                  ) : (
                    ` · ${t('unused')}`
                  )}
                </p>
              </div>
              <div className="flex gap-2">
                <RenamePasskey passkeyId={id} name={name} />
                <RemovePasskey passkeyId={id} name={name} />
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {work ? <AddPasskey /> : null}
    </Section>
  );
}
