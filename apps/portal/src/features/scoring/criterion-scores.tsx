import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { Judgements } from './judgements.tsx';
import { LevelList } from './rubric-list.tsx';
import type { Criterion, Line } from './types.ts';

type Props = {
  rubric: readonly Criterion[];
  lines: readonly Line[];
  zone: string;
  /** What stands under the official column before scores are released. */
  official: 'shown' | 'withheld';
  act: (criterion: Criterion) => ReactNode;
};

/** The rubric with what a team was given by each line, beside what it thinks of itself. */
export function CriterionScores({ rubric, lines, zone, official, act }: Props) {
  const t = useTranslations('scoring.judge');
  if (rubric.length === 0) return <EmptyState title={t('noRubric')}>{t('noRubricBody')}</EmptyState>;
  const whole = lines.filter(({ responseId }) => responseId === null);
  return (
    <ol className="flex flex-col gap-4">
      {rubric.map((criterion) => {
        const of = whole.filter(({ criterionId }) => criterionId === criterion.id);
        return (
          <li key={criterion.id} className="rounded-md border border-line p-4">
            <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
              <h3 className="wrap-anywhere">{criterion.title}</h3>
              {act(criterion)}
            </div>
            {criterion.objective ? <p className="mb-1 text-sm text-ink-2">{criterion.objective}</p> : null}
            <LevelList levels={criterion.levels} />
            <div className="mt-3 grid gap-4 md:grid-cols-2">
              {(['official', 'self'] as const).map((kind) => {
                const own = of.filter((one) => one.kind === kind);
                return (
                  <div key={kind}>
                    <h4 className="text-sm font-semibold text-ink-2">{t(`kinds.${kind}`)}</h4>
                    {own.length > 0 ? (
                      <Judgements lines={own} rubric={rubric} zone={zone} />
                    ) : (
                      <p className="text-ink-2">
                        {t(kind === 'official' && official === 'withheld' ? 'withheld' : 'none')}
                      </p>
                    )}
                  </div>
                );
              })}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
