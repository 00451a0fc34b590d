import { activities, activityTexts, courseVersions } from '@concord/db/schema/courses';
import { diffWordsWithSpace } from 'diff';
import { and, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { titleIn } from '../courses/rules.ts';
import { type OwnCourse, ownCourse } from './load.ts';
import { loadAuthorsOutline } from './outline.ts';

/** Words that stayed, came or went. */
export type WordChange = { kind: 'same' | 'added' | 'removed'; text: string };

/** What became of one part of a course. */
export type PartChange = {
  key: string;
  title: string;
  part: 'unit' | 'activity';
  change: 'added' | 'removed' | 'changed';
  /** It stands elsewhere than before. */
  moved: boolean;
  renamedFrom: string | null;
  /** What else is different: `minutes`, `required`, `quiz`, `settings`. */
  facts: string[];
  words: WordChange[];
};

/** Longer texts are compared line by line only: word by word would take too long. */
const LONGEST_COMPARED = 60_000;
const CONTEXT = 160;

/** What is different between two versions of a course, in one language: its structure, and its words. */
export async function compareVersions(
  ctx: SignedIn,
  input: { course: string; from: number; to: number; language?: string },
) {
  const course = await ownCourse(ctx, input.course);
  const language = input.language ?? course.sourceLanguage;
  const from = await versionParts(ctx, course, input.from, language);
  const to = await versionParts(ctx, course, input.to, language);
  return {
    from: input.from,
    to: input.to,
    language,
    languages: [...new Set([...to.languages, ...from.languages])],
    about: aboutChanges(from.about, to.about),
    parts: partChanges(from.parts, to.parts),
  };
}

type Part = {
  key: string;
  part: PartChange['part'];
  title: string;
  place: string;
  facts: Record<string, string>;
  words: string;
};

async function versionParts(ctx: SignedIn, course: OwnCourse, number: number, language: string) {
  const [version] = await ctx.tx
    .select({ id: courseVersions.id })
    .from(courseVersions)
    .where(and(eq(courseVersions.courseId, course.id), eq(courseVersions.number, number)));
  const versionId = found(version).id;
  const outline = await loadAuthorsOutline(ctx, course, versionId);
  const words = await wordsOf(ctx, versionId, language);
  const text = outline.texts.find((one) => one.language === language);
  const parts: Part[] = [];
  let before = '';
  for (const unit of outline.units) {
    parts.push({ ...titled(unit, 'unit', language, course), place: `after ${before}`, facts: {}, words: '' });
    before = unit.key;
    let last = '';
    for (const activity of unit.activities) {
      const { minutes, required, quiz, settings } = activity;
      parts.push({
        ...titled(activity, 'activity', language, course),
        place: `${unit.key} after ${last}`,
        facts: {
          minutes: String(minutes),
          required: String(required),
          quiz: JSON.stringify(quiz),
          settings: JSON.stringify(settings),
        },
        words: words.get(activity.id) ?? '',
      });
      last = activity.key;
    }
  }
  const about = text
    ? [text.title, text.summary, text.audience, text.objectives.join('\n'), text.descriptionSource].join(
        '\n\n',
      )
    : '';
  return { parts, languages: outline.languages, about };
}

function titled(
  { key, titles }: { key: string; titles: Record<string, string> },
  part: PartChange['part'],
  language: string,
  course: OwnCourse,
) {
  return { key, part, title: titleIn(titles, language, course.sourceLanguage) };
}

async function wordsOf(ctx: SignedIn, versionId: string, language: string): Promise<Map<string, string>> {
  const rows = await ctx.tx
    .select({ id: activityTexts.activityId, source: activityTexts.source })
    .from(activityTexts)
    .innerJoin(activities, eq(activities.id, activityTexts.activityId))
    .where(and(eq(activities.versionId, versionId), eq(activityTexts.language, language)));
  return new Map(rows.map(({ id, source }) => [id, source]));
}

function aboutChanges(from: string, to: string): WordChange[] {
  return from === to ? [] : wordChanges(from, to);
}

/** Parts in the order of the newer version, those that went behind the one they stood behind. */
export function partChanges(from: readonly Part[], to: readonly Part[]): PartChange[] {
  const nameOf = ({ part, key }: Part) => `${part} ${key}`;
  const before = new Map(from.map((part) => [nameOf(part), part]));
  const after = new Set(to.map(nameOf));
  const kept = to.flatMap((part) => {
    const old = before.get(nameOf(part));
    return changeOf(old, part, after, before) ?? [];
  });
  const gone = from
    .filter((part) => !after.has(nameOf(part)))
    .map((part) => ({
      ...emptyChange(part),
      change: 'removed' as const,
      words: whole(part.words, 'removed'),
    }));
  return [...kept, ...gone];
}

function changeOf(
  old: Part | undefined,
  part: Part,
  after: ReadonlySet<string>,
  before: ReadonlyMap<string, Part>,
): PartChange | null {
  if (!old) return { ...emptyChange(part), change: 'added', words: whole(part.words, 'added') };
  const neighbourChanged = (place: string, known: { has(name: string): boolean }) =>
    known.has(`${part.part} ${place.replace(/^.*after /, '')}`) || place.endsWith('after ');
  // A part moved when its neighbour before it is another, and both neighbours are in both versions.
  const moved =
    old.place !== part.place && neighbourChanged(old.place, after) && neighbourChanged(part.place, before);
  const facts = Object.keys(part.facts).filter((name) => old.facts[name] !== part.facts[name]);
  const words = old.words === part.words ? [] : wordChanges(old.words, part.words);
  const renamedFrom = old.title === part.title ? null : old.title;
  if (!moved && facts.length === 0 && words.length === 0 && renamedFrom === null) return null;
  return { ...emptyChange(part), moved, facts, words, renamedFrom };
}

function emptyChange({ key, title, part }: Part): PartChange {
  return { key, title, part, change: 'changed', moved: false, renamedFrom: null, facts: [], words: [] };
}

function whole(text: string, kind: 'added' | 'removed'): WordChange[] {
  return text === '' ? [] : [{ kind, text: text.length > 4000 ? `${text.slice(0, 4000)} …` : text }];
}

/** What changed between two texts, word by word, with a little of what stayed around it. */
export function wordChanges(from: string, to: string): WordChange[] {
  if (from.length + to.length > LONGEST_COMPARED * 2)
    return [...whole(from, 'removed'), ...whole(to, 'added')];
  const changes = diffWordsWithSpace(from, to).map(
    ({ added, removed, value }): WordChange => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    }),
  );
  return changes.map((change, index) =>
    change.kind === 'same' ? shortened(change, index === 0, index === changes.length - 1) : change,
  );
}

/** Long stretches that stayed are cut to what stands beside a change. */
function shortened({ text }: WordChange, first: boolean, last: boolean): WordChange {
  if (text.length <= CONTEXT * 2) return { kind: 'same', text };
  const head = first ? '' : text.slice(0, CONTEXT);
  const tail = last ? '' : text.slice(-CONTEXT);
  return { kind: 'same', text: `${head} … ${tail}` };
}
