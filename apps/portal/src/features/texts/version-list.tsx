import { useTranslations } from 'next-intl';
import { Instant } from '#components/ui/instant.tsx';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { OddWords } from './odd-words.tsx';
import type { Room, Version } from './types.ts';

/** The versions of a text, the newest first: who made each and when, what the chair said of it, and its hash. */
export function VersionList({ room, versions }: { room: Room; versions: readonly Version[] }) {
  const t = useTranslations('texts.versionList');
  return (
    <ol reversed className="border-t border-line">
      {versions.map((version) => (
        <li key={version.id} id={`v-${version.number}`} className="scroll-mt-8 border-b border-line py-3.5">
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <Link
              href={paths.text(room.id, { version: version.number })}
              className="font-semibold hover:text-accent hover:underline"
            >
              {t('version', { number: version.number })}
            </Link>
            <span className="text-sm text-ink-2">
              {t('made', { name: version.madeBy })} · <Instant at={version.madeAt} />
            </span>
            <span className="text-sm text-ink-2">{t('size', { count: version.paragraphs })}</span>
            {version.takenIn > 0 ? (
              <span className="text-sm text-ink-2">{t('takenIn', { count: version.takenIn })}</span>
            ) : null}
            {version.number > 1 ? (
              <Link
                href={paths.text(room.id, {
                  view: 'changes',
                  since: version.number - 1,
                  version: version.number,
                })}
                className="text-sm font-semibold text-accent hover:underline"
              >
                {t('changes', { number: version.number - 1 })}
              </Link>
            ) : null}
          </div>
          {version.note ? (
            <p className="mt-1 max-w-measure whitespace-pre-line wrap-anywhere">
              <OddWords text={version.note} />
            </p>
          ) : null}
          <p className="mt-1 font-mono text-xs text-ink-3 wrap-anywhere">
            <span className="font-sans">{t('hash')}</span> {version.hash}
          </p>
        </li>
      ))}
    </ol>
  );
}
