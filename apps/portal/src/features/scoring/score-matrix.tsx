import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { formatNumber } from '#i18n/format.ts';
import type { ScoringBoard } from './types.ts';

type Team = ScoringBoard['teams'][number];
type Result = Team['results'][number];
type Props = Pick<ScoringBoard, 'rubric'> & {
  teams: readonly Team[];
  /** The exercise whose evaluators go on to a team from here. */
  code?: string;
};

/** Teams by criterion: what each was given, and what it thinks of itself. */
export function ScoreMatrix({ rubric, teams, code }: Props) {
  const t = useTranslations('scoring.board');
  return (
    <Table caption={t('matrix')}>
      <thead>
        <tr>
          <ColumnHead className="min-w-56">{t('criterion')}</ColumnHead>
          {teams.map((team) => (
            <ColumnHead key={team.id} className="min-w-40 wrap-anywhere">
              {code ? <Link href={paths.exerciseScoring(code, team.id)}>{team.name}</Link> : team.name}
            </ColumnHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rubric.map((criterion) => (
          <tr key={criterion.id}>
            <RowHead className="wrap-anywhere">
              {criterion.title}
              {criterion.objective ? (
                <span className="block text-sm font-normal text-ink-2">{criterion.objective}</span>
              ) : null}
            </RowHead>
            {teams.map((team) => (
              <Cell key={team.id}>
                <Results
                  result={team.results.find(({ criterionId }) => criterionId === criterion.id)}
                  levels={criterion.levels.length}
                />
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Results({ result, levels }: { result: Result | undefined; levels: number }) {
  const t = useTranslations('scoring.board');
  const { locale } = useClock();
  const said = (one: Result['official']) => {
    if (!one) return null;
    const figure = (value: number) => formatNumber(value, locale);
    return one.points === null
      ? t('level', { level: figure(one.level + 1), of: figure(levels) })
      : t('points', { points: figure(one.points) });
  };
  const official = said(result?.official ?? null);
  const self = said(result?.self ?? null);
  return (
    <>
      <span className={official ? 'font-semibold' : 'text-ink-3'}>{official ?? t('notJudged')}</span>
      {self ? <span className="block text-sm text-ink-2">{t('self', { result: self })}</span> : null}
    </>
  );
}
