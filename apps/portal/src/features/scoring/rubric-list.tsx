import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { CriterionDialog } from './criterion-form.tsx';
import type { ScoringBoard } from './types.ts';

/** The rubric: what teams are judged by, level by level; its writers change it here. */
export function RubricList({ board }: { board: ScoringBoard }) {
  const t = useTranslations('scoring.rubric');
  return (
    <section aria-labelledby="rubric" className="mt-9">
      <h2 id="rubric" className="mb-2">
        {t('title')}
      </h2>
      {board.rubric.length === 0 ? <p className="mb-3 text-ink-2">{t('empty')}</p> : null}
      <ol className={board.rubric.length > 0 ? 'mb-3 border-t border-line' : undefined}>
        {board.rubric.map((criterion) => (
          <li key={criterion.id} className="border-b border-line py-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h3 className="wrap-anywhere">{criterion.title}</h3>
              <Tag tone={criterion.open ? 'info' : 'neutral'}>{t(criterion.open ? 'open' : 'closed')}</Tag>
              {board.can.write ? <CriterionDialog board={board} known={criterion} /> : null}
            </div>
            <LevelList levels={criterion.levels} />
          </li>
        ))}
      </ol>
      {board.can.write ? <CriterionDialog board={board} known={null} /> : null}
    </section>
  );
}

/** The levels of a criterion, from the lowest. */
export function LevelList({ levels }: { levels: readonly { words: string; points: number | null }[] }) {
  const t = useTranslations('scoring.rubric');
  return (
    <ol className="max-w-measure list-decimal pl-6 text-sm text-ink-2">
      {levels.map(({ words, points }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
        <li key={index} className="wrap-anywhere">
          {points === null ? words : t('levelPoints', { words, points })}
        </li>
      ))}
    </ol>
  );
}
