import type { Locale } from '@concord/db/enums';
import type { Block } from '../decisions/paper.ts';
import { paperWords } from './paper-words.ts';
import type { Report } from './queries.ts';

type Scores = NonNullable<Report['scores']>;
type Result = Scores['teams'][number]['results'][number]['official'];

/** The scores for paper: official beside own by criterion, the teams in the planners' order, places in competitions alone. */
export function scoresOn({ scores }: Report, locale: Locale): Block[] {
  if (!scores) return [];
  const words = paperWords[locale];
  const figure = (value: number) =>
    new Intl.NumberFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 }).format(value);
  const said = (one: Result, levels: number) => {
    if (!one) return '–';
    return one.points === null
      ? words.level(figure(one.level + 1), figure(levels))
      : words.points(figure(one.points));
  };
  return [
    ...comparedOn(scores, locale, figure),
    ...scores.teams.flatMap(({ name, results }): Block[] => {
      const rows = scores.rubric.flatMap(({ id, title, levels }) => {
        const one = results.find(({ criterionId }) => criterionId === id);
        if (!one?.official && !one?.self) return [];
        return [[title, said(one.official, levels.length), said(one.self, levels.length)]];
      });
      if (rows.length === 0) return [];
      return [
        { kind: 'line', words: name },
        { kind: 'table', rows: [[...words.scoreHeads], ...rows] },
      ];
    }),
    ...placesOn(scores, locale, figure),
  ];
}

function comparedOn({ compared }: Scores, locale: Locale, figure: (value: number) => string): Block[] {
  const { official, self, level } = paperWords[locale];
  const rows = compared.flatMap((one) =>
    ([official, self] as const).flatMap((who) => {
      const mean = who === official ? one.official : one.self;
      if (mean === null) return [];
      return [
        {
          ...{ name: `${one.title}, ${who}`, share: (mean + 1) / one.levels },
          words: level(figure(mean + 1), figure(one.levels)),
        },
      ];
    }),
  );
  return rows.length > 0 ? [{ kind: 'bars', rows }] : [];
}

function placesOn({ places }: Scores, locale: Locale, figure: (value: number) => string): Block[] {
  if (!places) return [];
  const rows = places.map(({ place, name, total }) => [figure(place), name, figure(total)]);
  return [{ kind: 'table', rows: [[...paperWords[locale].placeHeads], ...rows] }];
}
