import { ZodError } from 'zod';
import { hashToken } from '../../context.ts';
import { inputFor } from '../access-inputs.ts';
import { lineFor, vocabulary } from './vocabulary.ts';
import type { Api, World } from './worlds.ts';

export type Procedure = { path: string; kind: string; input: unknown };
type Schema = Record<string, unknown> & {
  $defs?: Record<string, Schema>;
  properties?: Record<string, Schema>;
};

/** The names in an input that name a row: those that are ids, and those that the vocabulary tells. */
export function namesIn({ path, input }: Procedure): string[] {
  const found = new Set<string>();
  const walk = (schema: Schema | undefined, name: string): void => {
    if (!schema || typeof schema !== 'object') return;
    const { $ref, $defs: _, properties = {}, format } = schema;
    if (typeof $ref === 'string') walk((input as Schema).$defs?.[$ref.split('/').at(-1) ?? ''], name);
    if (name !== 'commandId' && (format === 'uuid' || lineFor(path, name))) found.add(name);
    for (const [key, inner] of Object.entries(properties)) walk(inner, key);
    for (const inner of [schema.anyOf, schema.oneOf, schema.prefixItems].flat()) walk(inner as Schema, name);
    walk(schema.items as Schema, name.replace(/s$/, ''));
  };
  walk(input as Schema, '');
  return [...found];
}

/** Rows that somebody may read, by the database's row security; all there are, for nobody. */
export async function rowsOf({ test, token }: World, sql: string, reader?: string): Promise<string[]> {
  const only = (rows: readonly object[]) => [...new Set(rows.map((row) => String(Object.values(row)[0])))];
  if (!reader) return only(await test.owner.sql.unsafe(sql));
  const hash = hashToken(await token(reader));
  return test.app.sql
    .begin(async (tx) => {
      await tx`select concord.enter(${hash})`;
      return only(await tx.unsafe(sql));
    })
    .catch((error: { code?: string }) => {
      if (error.code === FORBIDDEN) return [];
      throw error;
    });
}

/** A table that the application reads through functions only. */
const FORBIDDEN = '42501';

export type Vocabulary = Readonly<Record<string, { chosen: string; hidden: string[] }>>;
const NOTHING = '00000000-0000-7000-8000-0000000000ff';

/** For each line of the vocabulary a row that the reader may read, and two that they may not; found out once. */
export function wordsFor(world: World, reader: string): Promise<Vocabulary> {
  const known = looked.get(world) ?? new Map<string, Promise<Vocabulary>>();
  looked.set(world, known);
  const words = known.get(reader) ?? lookUp(world, reader);
  known.set(reader, words);
  return words;
}

const looked = new WeakMap<World, Map<string, Promise<Vocabulary>>>();

async function lookUp(world: World, reader: string): Promise<Vocabulary> {
  const chosen: Record<string, { chosen: string; hidden: string[] }> = {
    me: { chosen: world.person(reader).id, hidden: [] },
  };
  for (const [line, sql] of Object.entries(vocabulary)) {
    const filled = sql.replace(/:(\w+)/g, (all, name) =>
      all === '::' ? all : (chosen[name]?.chosen ?? all),
    );
    const seen = await rowsOf(world, filled, reader);
    const known = new Set(seen);
    const hidden = (await rowsOf(world, filled)).filter((id) => !known.has(id));
    const ends = new Set([hidden[0], hidden.at(-1)].filter((id) => id !== undefined));
    chosen[line] = { chosen: seen[0] ?? NOTHING, hidden: [...ends] };
  }
  return chosen;
}

/** The input of a procedure with what the words say, one name of it replaced. */
export function inputWith(procedure: Procedure, words: Vocabulary, more: Readonly<Record<string, unknown>>) {
  const names = namesIn(procedure).map((name) => {
    const line = lineFor(procedure.path, name);
    return [name, line && words[line]?.chosen] as const;
  });
  return inputFor(procedure.input, { ...Object.fromEntries(names), ...more }, new Set(Object.keys(more)));
}

/** What a call answers, or what its failure tells. */
export async function answerOf(api: Api, path: string, input: unknown): Promise<unknown> {
  const procedure = path.split('.').reduce((at: unknown, key) => Reflect.get(Object(at), key), api);
  try {
    return (await (procedure as (input: unknown) => Promise<unknown>)(input)) ?? null;
  } catch (error) {
    const { code, messageKey, params, fields, cause } = error as Record<string, unknown>;
    const problems = cause instanceof ZodError ? cause.issues : fields;
    return { failed: code, messageKey, params, problems };
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const INSTANT = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:?\d\d)?)/g;
/** An exercise's clock. */
const CLOCK = /"time":\d+/g;
const NONCE = /(?<![\w-])[\w-]{32,}(?![\w-])/g;

/** An answer as text, with what is made by chance or by the moment left out: new ids, this hour's instants, nonces. */
export function plain(answer: unknown, since: number): string {
  const fresh = new Map<string, string>();
  const id = (uuid: string) => {
    if (uuid[14] === '7' && Number.parseInt(uuid.replace('-', '').slice(0, 12), 16) < since) return uuid;
    if (!fresh.has(uuid)) fresh.set(uuid, `new id ${fresh.size + 1}`);
    return String(fresh.get(uuid));
  };
  const text = typeof answer === 'string' ? answer : (JSON.stringify(answer) ?? '');
  return text
    .replace(INSTANT, (at) => (Date.parse(at) >= since ? 'moment' : at))
    .replace(CLOCK, '"time":0')
    .replace(UUID, id)
    .replace(NONCE, (found) => (found.match(UUID) ? found : 'nonce'));
}

/** Does all this work, so many pieces at once. */
export async function inLanes<Piece>(pieces: readonly Piece[], work: (piece: Piece) => Promise<void>) {
  const waiting = [...pieces];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: 5 }, lane));
}
