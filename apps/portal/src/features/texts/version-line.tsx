import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import type { Room } from './types.ts';
import type { View } from './views.ts';

/** Which version is shown, when the chair made it, by what it is known, and the ways to the others. */
export function VersionLine({ room, view, made }: { room: Room; view: View; made: string }) {
  const t = useTranslations('texts');
  const { words, versions } = room;
  if (!words) return null;
  const hash = `${words.hash.slice(0, 4)}…${words.hash.slice(-4)}`;
  return (
    <div className="text-sm text-ink-2">
      {t('byChair', { number: words.number, when: made })}{' '}
      <span className="font-mono whitespace-nowrap" title={words.hash}>
        · {hash}
      </span>
      {room.seated ? (
        <Link
          href={paths.text(room.id, { view: 'versions' })}
          aria-current={view === 'versions' ? 'page' : undefined}
          className="no-print ml-2 font-semibold whitespace-nowrap text-accent underline-offset-4 hover:underline"
        >
          {t('allVersions')}
        </Link>
      ) : null}
      {versions.length > 1 ? (
        <nav aria-label={t('versions')} className="no-print">
          <ul className="flex flex-wrap gap-x-3 md:justify-end">
            {versions.map((version, index) => (
              <li key={version.id}>
                <Link
                  href={paths.text(room.id, asked(view, index === 0 ? undefined : version.number))}
                  aria-current={version.id === words.id ? 'page' : undefined}
                  className="inline-block py-1 underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
                >
                  {t('version', { number: version.number })}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  );
}

function asked(shown: View, version: number | undefined): Record<string, string | number> {
  const view = shown === 'versions' ? 'clean' : shown;
  return { ...(view !== 'clean' && { view }), ...(version && { version }) };
}
