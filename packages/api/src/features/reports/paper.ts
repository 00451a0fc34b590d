import type { Locale } from '@concord/db/enums';
import type { Block, DecisionPaper } from '../decisions/paper.ts';
import { SCALE } from '../surveys/rules.ts';
import { scoresOn } from './paper-scores.ts';
import { paperWords } from './paper-words.ts';
import type { Report, readableReport } from './queries.ts';
import { shareOf } from './rules.ts';

type Page = Awaited<ReturnType<typeof readableReport>>;
const TAGS: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR' };

const line = (words: string, quiet = false): Block => ({ kind: 'line', words, quiet });
const heading = (words: string): Block => ({ kind: 'heading', words });
const section = (title: string, blocks: Block[]): Block[] =>
  blocks.length === 0 ? [] : [heading(title), ...blocks];

/** Lays the report out for paper: each chart with the table it was drawn from, times in the exercise's zone. */
export function reportPaper(page: Page, locale: Locale, marking: string): DecisionPaper {
  const { exercise, report, issuedAt } = page;
  const words = paperWords[locale];
  const at = (instant: string | null) => (instant ? timeOf(instant, locale, exercise.timeZone) : '–');
  const untold = report.whole ? words.noObjective : words.notByObjective;
  const objectives = report.objectives.map((one) => ({ ...one, title: one.title ?? untold }));
  return {
    ...{ locale, number: exercise.code, title: exercise.name, kind: words.kind },
    marking: `${words.exercise} ${marking}`,
    blocks: [
      {
        kind: 'facts',
        rows: [
          [words.when, `${at(exercise.startsAt)} – ${at(exercise.endsAt)}`],
          ...(exercise.place ? [[words.place, exercise.place] satisfies [string, string]] : []),
          [words.issued, issuedAt ? at(issuedAt) : words.notIssued],
        ],
      },
      ...(report.whole ? [] : [line(words.own, true)]),
      ...section(words.summary, report.summary ? paragraphs(report.summary) : []),
      ...section(words.objectives, [
        {
          kind: 'bars',
          rows: objectives
            .filter(({ sent }) => sent > 0)
            .map(({ title, sent, answered }) => ({
              ...{ name: title, words: `${answered} ${words.of} ${sent} ${words.answers}` },
              share: shareOf(answered, sent),
            })),
        },
        table([
          [...words.heads],
          ...objectives.map((one) => [
            one.title,
            ...[one.sent, one.answered, one.sustain, one.improve].map(String),
          ]),
        ]),
      ]),
      ...section(words.scores, scoresOn(report, locale)),
      ...section(
        words.timeline,
        report.timeline.length === 0
          ? []
          : [
              table([
                [...words.times],
                ...report.timeline.map((one) => [
                  ...[
                    `#${one.number} ${one.title}`,
                    one.team,
                    at(one.at),
                    at(one.readAt),
                    at(one.answeredAt),
                  ],
                ]),
              ]),
            ],
      ),
      ...section(words.observations, observationsOn(report, locale)),
      ...section(words.lessons, lessonsOn(report, exercise.code, locale)),
      ...report.surveys.flatMap((survey) => [heading(survey.title), ...surveyOn(survey, locale)]),
      ...section(words.earlier, earlierOn(report, locale)),
    ],
  };
}

const table = (rows: string[][]): Block => ({ kind: 'table', rows });
const paragraphs = (text: string): Block[] =>
  text.split('\n').flatMap((one) => (one.trim() === '' ? [] : [line(one)]));

function timeOf(instant: string, locale: Locale, timeZone: string): string {
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' };
  return new Intl.DateTimeFormat(TAGS[locale], { ...day, ...clock, timeZone }).format(new Date(instant));
}

/** A day as it is written in the language; it has no zone. */
function dayOf(day: string, locale: Locale): string {
  const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(TAGS[locale], format).format(new Date(`${day}T00:00:00Z`));
}

function observationsOn({ groups }: Report, locale: Locale): Block[] {
  const words = paperWords[locale];
  return groups.flatMap(({ title, observations }) => [
    line(title ?? words.noGroup, true),
    ...observations.map(({ kind, team, what }) =>
      line(`${words.kinds[kind]}${team ? `, ${team}` : ''}${words.colon}${what}`),
    ),
  ]);
}

function lessonsOn({ lessons }: Report, code: string, locale: Locale): Block[] {
  const words = paperWords[locale];
  return lessons.flatMap(({ number, title, issue, state, actions }) => [
    line(`${code}-${number} ${title} (${words.states[state]})`),
    ...paragraphs(issue),
    ...actions.map((action) =>
      line(
        `${action.what} · ${action.owner}, ${words.by} ${dayOf(action.dueOn, locale)} (${words.actions[action.state]})`,
        true,
      ),
    ),
  ]);
}

function surveyOn({ results }: Report['surveys'][number], locale: Locale): Block[] {
  return results.flatMap(({ words, kind, labels, counts, answered, texts }): Block[] => {
    if (kind === 'text') return [line(words), ...texts.map((text) => line(`– ${text}`, true))];
    const names = kind === 'scale' ? Array.from({ length: SCALE }, (_, at) => String(at + 1)) : labels;
    return [
      line(words),
      {
        kind: 'bars',
        rows: names.map((name, at) => ({
          ...{ name, words: new Intl.NumberFormat(TAGS[locale]).format(counts[at] ?? 0) },
          share: shareOf(counts[at] ?? 0, answered),
        })),
      },
    ];
  });
}

function earlierOn({ earlier }: Report, locale: Locale): Block[] {
  const words = paperWords[locale];
  if (earlier.length < 2) return [];
  const rows = earlier.map((one) => ({
    ...{
      name: `${one.name}, ${one.whole ? words.whole : words.ownTeams}`,
      share: shareOf(one.answered, one.sent),
    },
    words: `${one.answered} ${words.of} ${one.sent} ${words.answers}`,
  }));
  return [{ kind: 'bars', rows }];
}
