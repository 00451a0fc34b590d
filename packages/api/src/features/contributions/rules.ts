import { portionPath } from './portions.ts';

/** A plain entry, a remark that is personal and binds no nation, or a nation's formal statement. */
export const contributionKinds = ['entry', 'personal', 'statement'] as const;
export type ContributionKind = (typeof contributionKinds)[number];

/** The longest text a contribution may have. */
export const LONGEST_CONTRIBUTION = 100_000;

/** The most files one contribution carries. */
export const MOST_FILES = 20;

/** The most people one contribution mentions. */
export const MOST_MENTIONS = 50;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const MENTION = new RegExp(`@\\[(${UUID})\\]`, 'gi');
const REFERENCE = new RegExp(`/consult/threads/${UUID}\\?at=(${UUID})`, 'gi');

/** The people a text mentions (`@[id]`), each once. */
export function mentionsIn(source: string): string[] {
  return distinct(source, MENTION);
}

/** The contributions a text refers to: what is quoted names where it comes from. */
export function quotesIn(source: string): string[] {
  return distinct(source, REFERENCE);
}

function distinct(source: string, pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].map((found) => (found[1] ?? '').toLowerCase()))];
}

/** Where a contribution stands: its thread, opened at the page that holds it. */
export function contributionPath(threadId: string, contributionId: string): string {
  return `/consult/threads/${threadId}?at=${contributionId}#c-${contributionId}`;
}

/** The lines of a contribution as a quotation that names its author and leads back to it. */
export function quotation(
  source: string,
  from: { threadId: string; contributionId: string; author: string; portionId?: string },
): string {
  const author = from.author.replace(/[\\[\]]/g, (sign) => `\\${sign}`);
  const lines = source
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`));
  const { threadId, contributionId, portionId } = from;
  const path = portionId
    ? portionPath(threadId, contributionId, portionId)
    : contributionPath(threadId, contributionId);
  return `[${author}](${path}):\n\n${lines.join('\n')}\n\n`;
}

/** What a person may do with a contribution, from who wrote it and the roles the person holds in its body. */
export function contributionRights(
  contribution: { authorId: string; removed: boolean },
  actor: { personId: string; mayWrite: boolean; chairs: boolean },
): { edit: boolean; remove: boolean } {
  const own = contribution.authorId === actor.personId;
  return {
    edit: own && actor.mayWrite && !contribution.removed,
    remove: !contribution.removed && ((own && actor.mayWrite) || actor.chairs),
  };
}

/** The words around the first match in a text, cut at spaces, for a search result. */
export function snippetAround(text: string, words: readonly string[], length = 220): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= length) return flat;
  const at = firstMatch(flat, words);
  const start = Math.max(0, Math.min(at - 60, flat.length - length));
  const from = start === 0 ? 0 : flat.indexOf(' ', start) + 1;
  const cut = flat.slice(from, from + length);
  const whole = from + length >= flat.length ? cut : cut.slice(0, Math.max(cut.lastIndexOf(' '), 1));
  return `${from > 0 ? '… ' : ''}${whole}${from + length < flat.length ? ' …' : ''}`;
}

function firstMatch(text: string, words: readonly string[]): number {
  const folded = fold(text);
  const found = words.map((word) => folded.indexOf(fold(word))).filter((at) => at >= 0);
  return found.length === 0 ? 0 : Math.min(...found);
}

/** A part of a text, and whether it is what was searched for. */
export type Part = { text: string; match: boolean };

/** A text in parts, the words searched for apart from the rest. Accents and case do not count. */
export function highlight(text: string, words: readonly string[]): Part[] {
  const folded = fold(text);
  const hits = words.flatMap((word) => occurrences(folded, fold(word))).sort((a, b) => a[0] - b[0]);
  const parts: Part[] = [];
  let at = 0;
  for (const [from, to] of hits) {
    if (from < at) continue;
    if (from > at) parts.push({ text: text.slice(at, from), match: false });
    parts.push({ text: text.slice(from, to), match: true });
    at = to;
  }
  if (at < text.length) parts.push({ text: text.slice(at), match: false });
  return parts;
}

function occurrences(folded: string, word: string): [number, number][] {
  const found: [number, number][] = [];
  if (word === '') return found;
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
    const before = folded[at - 1];
    if (before === undefined || !/[\p{L}\p{N}]/u.test(before)) found.push([at, at + word.length]);
  }
  return found;
}

/** Lower case without accents, character by character, so that positions stay those of the text. */
export function fold(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, foldUnit).toLowerCase();
}

/** What has been folded so far: every unit beyond ASCII has one answer, and there are not many. */
const foldedUnits = new Map<string, string>();

function foldUnit(unit: string): string {
  const known = foldedUnits.get(unit);
  if (known !== undefined) return known;
  const plain = unit.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const folded = plain.length === 1 ? plain : unit;
  foldedUnits.set(unit, folded);
  return folded;
}

/** A person as a text names them while it is written. */
export type Mentioned = { id: string; name: string; party: string };

/** What stands in a text for a person while it is written: a name, where the stored text has an id. */
export function mentionLabel(person: Mentioned, others: readonly Mentioned[] = []): string {
  const label = `${person.name}, ${person.party}`.replace(/[[\]]/g, '');
  const before = others.filter((other) => other.name === person.name && other.party === person.party);
  const rank = before.findIndex((other) => other.id === person.id);
  return rank > 0 ? `${label} (${rank + 1})` : label;
}

/** A stored text as it is written: names in place of ids. */
export function toWritten(source: string, people: readonly Mentioned[]): string {
  return source.replace(MENTION, (typed, id: string) => {
    const person = people.find((one) => one.id === id.toLowerCase());
    return person ? `@[${mentionLabel(person, people)}]` : typed;
  });
}

/** A stored text in words alone: whoever is named in what is quoted is not mentioned anew. */
export function withoutMentions(source: string, people: readonly Mentioned[]): string {
  return source.replace(MENTION, (typed, id: string) => {
    const person = people.find((one) => one.id === id.toLowerCase());
    return person ? `@${person.name}` : typed;
  });
}

/** A written text as it is stored: ids in place of the names that were chosen. */
export function toStored(written: string, people: readonly Mentioned[]): string {
  const ids = new Map(people.map((person) => [mentionLabel(person, people), person.id]));
  return written.replace(/@\[([^[\]\n]{1,200})\]/g, (typed, label: string) => {
    const id = ids.get(label);
    return id ? `@[${id}]` : typed;
  });
}
