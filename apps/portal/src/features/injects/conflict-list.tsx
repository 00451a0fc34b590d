import { useTranslations } from 'next-intl';
import type { InjectList } from './types.ts';

/** What is wrong with the list, a line each; folded, since the grid marks the injects too. */
export function ConflictList({ list }: { list: InjectList }) {
  const t = useTranslations('injects.conflicts');
  const { conflicts } = list;
  if (conflicts.length === 0) return <p className="mb-4 text-sm text-ink-2">{t('none')}</p>;
  const injects = new Map(list.injects.map((one) => [one.id, one]));
  const teams = new Map(list.teams.map(({ id, name }) => [id, name]));
  return (
    <details className="mb-4 rounded-md border border-warn bg-warn-wash px-4 py-2">
      <summary className="font-semibold">{t('title', { count: conflicts.length })}</summary>
      <ul className="mt-2 max-h-72 overflow-y-auto text-sm">
        {conflicts.map(({ kind, injectId, otherId, teamId }) => (
          <li key={`${kind} ${injectId} ${otherId} ${teamId}`} className="py-0.5 wrap-anywhere">
            <a href={`#inject-${injects.get(injectId)?.number}`} className="font-semibold underline">
              {t('which', { number: injects.get(injectId)?.number ?? 0 })}
            </a>{' '}
            {t(`kinds.${kind}`, {
              other: otherId ? (injects.get(otherId)?.number ?? 0) : 0,
              team: teamId ? (teams.get(teamId) ?? '') : '',
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
