import { useTranslations } from 'next-intl';
import { ScoreMatrix } from '#features/scoring/score-matrix.tsx';
import { ScoreboardTable } from '#features/scoring/scoreboard-table.tsx';
import { useClock } from '#i18n/clock.ts';
import { formatNumber } from '#i18n/format.ts';
import { Drawing } from './drawn.tsx';
import type { Report, ReportPage } from './types.ts';

type Props = { scores: NonNullable<Report['scores']>; exercise: ReportPage['exercise'] };

/** The scores: evaluators beside the teams themselves by criterion, then team by team, and places in a competition alone. */
export function Scores({ scores, exercise }: Props) {
  const t = useTranslations('reports.scores');
  const { rubric, teams, places, withheld } = scores;
  return (
    <div className="flex flex-col gap-5">
      {withheld ? <p className="max-w-measure text-ink-2">{t('withheld')}</p> : null}
      <Compared compared={scores.compared} />
      {rubric.length > 0 && teams.length > 0 ? <ScoreMatrix rubric={rubric} teams={teams} /> : null}
      {places ? <ScoreboardTable lines={places} exercise={exercise} /> : null}
    </div>
  );
}

function Compared({ compared }: Pick<Props['scores'], 'compared'>) {
  const t = useTranslations('reports.scores');
  const { locale } = useClock();
  if (compared.length === 0) return null;
  const figure = (value: number) => formatNumber(Math.round(value * 10) / 10, locale);
  const kinds = [
    { kind: 'official', shade: 'accent' },
    { kind: 'self', shade: 'soft' },
  ] as const;
  return (
    <Drawing
      id="compared"
      title={t('compared')}
      says={t('comparedSays')}
      bars={compared.flatMap((one) =>
        kinds.flatMap(({ kind, shade }) => {
          const mean = one[kind];
          if (mean === null) return [];
          return [
            {
              name: t(kind, { criterion: one.title }),
              words: t('level', { level: figure(mean + 1), of: figure(one.levels) }),
              segments: [{ share: (mean + 1) / one.levels, shade }],
            },
          ];
        }),
      )}
      heads={[t('criterion'), t('evaluators'), t('themselves'), t('highest')]}
      rows={compared.map(({ title, official, self, levels }) => [
        ...[title, official === null ? null : Math.round(official * 10 + 10) / 10],
        ...[self === null ? null : Math.round(self * 10 + 10) / 10, levels],
      ])}
    />
  );
}
