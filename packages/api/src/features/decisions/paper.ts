import type { Locale } from '@concord/db/enums';
import { isTwinCode } from '../twins/rules.ts';
import type { DecisionFile } from './file.ts';
import { paperWords } from './paper-words.ts';
import type { DecisionSheet } from './sheet.ts';

/** A piece of a decision on paper. */
export type Block =
  | { kind: 'facts'; rows: [label: string, value: string][] }
  | { kind: 'heading'; words: string }
  | { kind: 'line'; words: string; quiet?: boolean }
  /** The first row holds the heads. */
  | { kind: 'table'; rows: string[][] }
  /** A chart: each bar with its share of the whole width, and what it says in words. */
  | { kind: 'bars'; rows: { name: string; words: string; share: number }[] }
  | { kind: 'paragraph'; of: DecisionSheet['paragraphs'][number]['kind']; number: string; words: string };

/** A decision as paper holds it, whatever sets it: the marking at the top and bottom of each page, and what is between. */
export type DecisionPaper = {
  locale: Locale;
  number: string;
  title: string;
  kind: string;
  marking: string;
  blocks: Block[];
};

/** Lays a sheet out for paper in one of the two languages; times in the body's zone, which is named. */
export function paperOf(file: DecisionFile, sheet: DecisionSheet, locale: Locale): DecisionPaper {
  const words = paperWords[locale];
  const level = locale === 'fr' ? sheet.marking.levelFr : sheet.marking.levelEn;
  const release = `${words.facts.releasable} ${sheet.distribution.join(', ')}`;
  return {
    locale,
    number: sheet.number,
    title: sheet.title,
    kind: words.kind,
    marking: `${isTwinCode(sheet.body.code) ? `${words.exercise} ` : ''}${level} — ${release}`,
    blocks: [
      { kind: 'facts', rows: factsOf(sheet, locale) },
      ...section(
        words.sections.text,
        sheet.paragraphs.map(({ kind, number, words: said }) => ({
          kind: 'paragraph' as const,
          of: kind,
          number,
          words: said,
        })),
      ),
      ...section(words.sections.procedure, historyOf(sheet, locale)),
      ...section(words.sections.bound, boundOf(sheet, locale)),
      ...section(words.sections.reservations, reservationsOf(sheet, locale)),
      ...section(words.sections.statements, statementsOf(sheet, locale)),
      ...section(
        words.sections.predecessors,
        sheet.predecessors.map(({ relation, number, hash }) =>
          line(`${words.relations[relation]} ${number} (${hash})`),
        ),
      ),
      ...section(
        words.sections.versions,
        sheet.versions.map(({ number, madeAt, hash }) =>
          line(words.version(number, instant(sheet, locale, madeAt), hash), true),
        ),
      ),
      ...section(words.sections.proof, [
        {
          kind: 'facts',
          rows: [
            [words.hash, file.hash],
            [words.previous, file.previous],
            [words.signature, file.signature.value],
            [words.fingerprint, file.signature.fingerprint],
          ],
        },
        line(words.verify, true),
      ]),
    ],
  };
}

const line = (words: string, quiet = false): Block => ({ kind: 'line', words, quiet });

function section(heading: string, blocks: Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', words: heading }, ...blocks];
}

const TAGS: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR' };

/** An instant on the wall of the body's room, with the zone's name. */
function instant({ body }: DecisionSheet, locale: Locale, at: string): string {
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' };
  return new Intl.DateTimeFormat(TAGS[locale], { ...day, ...clock, timeZone: body.timeZone }).format(
    new Date(at),
  );
}

function dayOf(locale: Locale, day: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

function factsOf(sheet: DecisionSheet, locale: Locale): [string, string][] {
  const { facts, silence, meeting } = paperWords[locale];
  const { procedure, body } = sheet;
  const at = (value: string) => instant(sheet, locale, value);
  const rows: [string, string][] = [
    [facts.number, sheet.number],
    [facts.body, `${locale === 'fr' ? body.nameFr : body.nameEn} (${body.code})`],
    [facts.reference, sheet.reference],
    [facts.procedure, procedure.kind === 'silence' ? silence : meeting],
    [facts.effective, at(sheet.effectiveAt)],
    ...(procedure.kind === 'silence'
      ? ([
          [facts.opened, at(procedure.openedAt)],
          [facts.expired, at(procedure.expiresAt)],
        ] satisfies [string, string][])
      : ([
          [facts.held, dayOf(locale, procedure.heldOn)],
          [facts.place, procedure.place],
        ] satisfies [string, string][])),
    [facts.onlyFor, sheet.marking.onlyFor.join(', ')],
    [facts.caveats, sheet.marking.caveats.join(', ')],
    [facts.chair, sheet.chair ? `${sheet.chair.name}, ${sheet.chair.party}` : ''],
    [facts.drafter, `${sheet.drafter.name}, ${sheet.drafter.party}`],
  ];
  return rows.filter(([, value]) => value !== '');
}

function historyOf(sheet: DecisionSheet, locale: Locale): Block[] {
  const words = paperWords[locale];
  const { procedure } = sheet;
  const at = (value: string) => instant(sheet, locale, value);
  if (procedure.kind === 'meeting') return procedure.note ? [line(procedure.note)] : [];
  const dated = [
    ...procedure.extensions.map((one) => ({
      at: one.at,
      words: words.extended(at(one.at), at(one.until), one.reason),
    })),
    ...procedure.resumptions.map((one) => ({
      at: one.at,
      words: words.resumed(at(one.at), at(one.until), one.reason),
    })),
    ...procedure.breaks.map((one) => ({
      at: one.at,
      words: words.broken(at(one.at), one.nation, one.reason, one.liftedAt && at(one.liftedAt)),
    })),
  ].sort((one, other) => (one.at < other.at ? -1 : 1));
  const served = procedure.servedOtherwise;
  return [
    ...dated.map((one) => line(one.words.trim())),
    ...(served ? [line(words.served(served.nations.join(', '), served.how).trim())] : []),
  ];
}

function boundOf(sheet: DecisionSheet, locale: Locale): Block[] {
  const words = paperWords[locale];
  return sheet.bound.map(({ code, nameEn, nameFr, acknowledgedAt }) => {
    const name = `${locale === 'fr' ? nameFr : nameEn} (${code})`;
    if (sheet.procedure.kind === 'meeting') return line(name);
    const said = acknowledgedAt
      ? words.acknowledged(instant(sheet, locale, acknowledgedAt))
      : words.notAcknowledged;
    return line(`${name}, ${said}`);
  });
}

function reservationsOf(sheet: DecisionSheet, locale: Locale): Block[] {
  const words = paperWords[locale];
  return sheet.reservations.flatMap(({ nation, kind, paragraphs, words: said }) => [
    line(words.reservation(nation, words.kinds[kind] ?? kind, paragraphs.join(', '))),
    ...(said ? [line(said, true)] : []),
  ]);
}

function statementsOf(sheet: DecisionSheet, locale: Locale): Block[] {
  const words = paperWords[locale];
  return sheet.statements.flatMap(({ nation, kind, words: said }) => [
    line(words.statement(nation, words.kinds[kind] ?? kind)),
    line(said, true),
  ]);
}
