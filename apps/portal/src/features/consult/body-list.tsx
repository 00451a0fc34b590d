import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { Body } from './types.ts';

/** The bodies a person sits in, as rows: their name, what is unread, and when something was last written. */
export function BodyList({ bodies }: { bodies: readonly Body[] }) {
  const t = useTranslations('consult');
  if (bodies.length === 0) return <EmptyState title={t('none.title')}>{t('none.body')}</EmptyState>;
  return (
    <ul className="border-t border-line">
      {bodies.map((body) => (
        <BodyRow key={body.id} body={body} />
      ))}
    </ul>
  );
}

function BodyRow({ body }: { body: Body }) {
  const t = useTranslations('consult');
  const clock = useClock();
  const roles = body.roles.map((role) => t(`roles.${role as 'delegate'}`)).join(', ');
  return (
    <li className="grid items-baseline gap-x-6 gap-y-1 border-b border-line py-4 md:grid-cols-[minmax(0,1fr)_17rem]">
      <div className="min-w-0">
        <Link
          href={paths.body(body.code)}
          className="text-lg font-semibold wrap-anywhere hover:text-accent hover:underline"
        >
          {body.name}
        </Link>
        <p className="text-sm text-ink-2">{[body.code, roles].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="text-sm md:text-right">
        <p className={body.unread > 0 ? 'font-semibold text-accent' : 'text-ink-3'}>
          {body.unread > 0
            ? t('unreadIn', { count: body.unread, threads: body.unreadThreads })
            : t('allRead')}
        </p>
        <p className="text-ink-3">
          {body.lastAt
            ? t('last', { when: clock.at(body.lastAt) })
            : t('threadCount', { count: body.threads })}
        </p>
      </div>
    </li>
  );
}
