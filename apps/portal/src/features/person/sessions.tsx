import { getTranslations } from 'next-intl/server';
import { Instant } from '#components/ui/instant.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { PersonPage } from '#features/people/types.ts';
import { AccessAction } from './access-action.tsx';

type Sessions = NonNullable<NonNullable<PersonPage['access']>['sessions']>;

/** Where a person is signed in now. */
export async function Sessions({ person, sessions }: { person: PersonPage; sessions: Sessions }) {
  const t = await getTranslations('person');
  return (
    <section aria-labelledby="sessions">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="sessions">{t('sessions')}</h2>
        {sessions.length > 1 ? (
          <AccessAction change={{ kind: 'revokeSessions', personId: person.id }} about={person.name} />
        ) : null}
      </div>
      {sessions.length === 0 ? (
        <p className="border-t border-line pt-3 text-ink-2">{t('noSessions')}</p>
      ) : (
        <Table caption={t('sessions')}>
          <thead>
            <tr>
              <ColumnHead>{t('device')}</ColumnHead>
              <ColumnHead>{t('seen')}</ColumnHead>
              <ColumnHead>{t('change')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={session.id}>
                <RowHead>
                  {session.device || t('unknownDevice')}
                  <span className="block text-sm font-normal text-ink-2">{session.address}</span>
                </RowHead>
                <Cell>
                  <Instant at={session.seenAt} />
                </Cell>
                <Cell>
                  {session.current ? (
                    <Tag tone="info">{t('thisSession')}</Tag>
                  ) : (
                    <AccessAction
                      change={{ kind: 'revokeSession', sessionId: session.id }}
                      about={`${person.name}, ${session.device || t('unknownDevice')}`}
                    />
                  )}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
