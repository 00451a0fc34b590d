import { getTranslations } from 'next-intl/server';
import { Instant } from '#components/ui/instant.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { Section } from './section.tsx';
import { EndOthersButton, EndSessionButton } from './session-buttons.tsx';

type Session = {
  id: string;
  device: string;
  address: string;
  createdAt: string;
  seenAt: string;
  current: boolean;
};

/** Where the person is signed in; each can be ended, and all others at once. */
export async function SessionsSection({ sessions }: { sessions: readonly Session[] }) {
  const t = await getTranslations('account.sessions');
  return (
    <Section title={t('title')}>
      <p className="mb-3 text-ink-2">{t('lead')}</p>
      <ul className="mb-4 border-t border-line">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3"
          >
            <div className="min-w-0">
              <p className="font-semibold wrap-anywhere">
                {session.device || t('unknownDevice')}{' '}
                {session.current ? <Tag tone="info">{t('current')}</Tag> : null}
              </p>
              <p className="text-sm text-ink-2">
                {t('seen')} <Instant at={session.seenAt} /> · {t('since')} <Instant at={session.createdAt} />
                {session.address ? ` · ${session.address}` : ''}
              </p>
            </div>
            {session.current ? null : (
              <EndSessionButton sessionId={session.id} device={session.device || t('unknownDevice')} />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? <EndOthersButton /> : null}
    </Section>
  );
}
