import { useTranslations } from 'next-intl';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatInstant } from '#i18n/format.ts';
import { MakeKey } from './make-key.tsx';
import { RevokeKey } from './revoke-key.tsx';
import type { Checks } from './types.ts';

/** The keys of an exercise, until when they hold and when they were used, and the names teams go by in what is sent. */
export function CheckKeys({ checks }: { checks: Checks }) {
  const t = useTranslations('checks');
  const { locale } = useClock();
  const zone = checks.exercise.timeZone;
  const at = (instant: string) => formatInstant(instant, { zone, locale, style: 'short' });
  return (
    <section aria-labelledby="keys" className="mb-9">
      <h2 id="keys" className="mb-2">
        {t('keys')}
      </h2>
      {checks.keys.length === 0 ? <p className="mb-3 text-ink-2">{t('noKeys')}</p> : null}
      {checks.keys.length > 0 ? (
        <div className="mb-4">
          <Table caption={t('keys')}>
            <thead>
              <tr>
                <ColumnHead className="min-w-40">{t('name')}</ColumnHead>
                <ColumnHead>{t('until')}</ColumnHead>
                <ColumnHead>{t('used')}</ColumnHead>
                <ColumnHead>{t('state')}</ColumnHead>
              </tr>
            </thead>
            <tbody>
              {checks.keys.map((key) => (
                <tr key={key.id}>
                  <RowHead className="wrap-anywhere">{key.name}</RowHead>
                  <Cell>{at(key.expiresAt)}</Cell>
                  <Cell>{key.usedAt ? at(key.usedAt) : t('never')}</Cell>
                  <Cell>
                    {key.holds ? (
                      <RevokeKey keyId={key.id} name={key.name} />
                    ) : (
                      <Tag>{t(key.revokedAt ? 'revoked' : 'expired')}</Tag>
                    )}
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      ) : null}
      {checks.can.keys ? <MakeKey exerciseId={checks.exercise.id} /> : null}
      <details className="mt-4">
        <summary className="cursor-pointer font-medium text-accent">{t('teams')}</summary>
        <ul className="mt-2 text-sm">
          {checks.teams.map((team) => (
            <li key={team.id} className="py-1 wrap-anywhere">
              <span className="font-semibold">{team.name}</span> <code className="text-ink-2">{team.id}</code>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
