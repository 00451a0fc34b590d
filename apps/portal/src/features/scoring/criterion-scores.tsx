import { resultOf, standing } from '@concord/api/features/scoring/rules';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '#components/empty-state.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatNumber } from '#i18n/format.ts';
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
  const b = useTranslations('scoring.board');
  const { locale } = useClock();
  const figureOf = ({ level, points }: NonNullable<ReturnType<typeof resultOf>>, { levels }: Criterion) =>
    points === null
      ? b('level', { level: formatNumber(level + 1, locale), of: formatNumber(levels.length, locale) })
      : b('points', { points: formatNumber(points, locale) });
  if (rubric.length === 0) return <EmptyState title={t('noRubric')}>{t('noRubricBody')}</EmptyState>;
  const whole = lines.filter(({ responseId }) => responseId === null);
  return (
    <ol className="flex flex-col gap-4">
      {rubric.map((criterion) => {
        const of = whole.filter(({ criterionId }) => criterionId === criterion.id);
        const answers = standing(
          lines.filter((one) => one.kind === 'official' && one.criterionId === criterion.id),
        );
        const judged = answers.filter(({ responseId }) => responseId !== null).length;
        return (
          <li key={criterion.id} className="rounded-md border border-line p-4">
            <div className="mb-1 flex items-start justify-between gap-3">
              <h3 className="min-w-0 wrap-anywhere">{criterion.title}</h3>
              <div className="flex-none">{act(criterion)}</div>
            </div>
            {criterion.objective ? <p className="mb-1 text-sm text-ink-2">{criterion.objective}</p> : null}
            <LevelList levels={criterion.levels} />
            <div className="mt-3 grid gap-4 md:grid-cols-2">
              {(['official', 'self'] as const).map((kind) => {
                const own = of.filter((one) => one.kind === kind);
                const result = judged > 0 && kind === 'official' ? resultOf(answers) : null;
                return (
                  <div key={kind}>
                    <h4 className="text-sm font-semibold text-ink-2">{t(`kinds.${kind}`)}</h4>
                    {result ? (
                      <p className="text-sm text-ink-2">
                        {t('ofAnswers', { count: judged, result: figureOf(result, criterion) })}
                      </p>
                    ) : null}
                    {own.length > 0 ? (
                      <Judgements lines={own} rubric={rubric} zone={zone} />
                    ) : result ? null : (
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
