import type { TestDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { listProcedures } from './cli/procedures.ts';
import type { RequestInfo } from './context.ts';
import { appRouter, createCaller } from './root.ts';
import { inputFor, type Things } from './testing/access-inputs.ts';
import { accessScene, undoing } from './testing/access-scene.ts';
import { singleBody } from './testing/bank.ts';
import { requestAs } from './testing/caller.ts';

/**
 * Every procedure × every kind of person, held against the table beside this file (access.table.txt). A procedure that is
 * new, or opens to somebody else, changes the table: run this file with `vitest -u`, and read the difference as what it is,
 * a decision about access.
 */
const procedures = listProcedures(appRouter._def.procedures);
const marks = { OK: '+', UNAUTHORIZED: 'u', NOT_FOUND: '.', FORBIDDEN: 'f' } as const;
const AT_ONCE = 6;
/** What single procedures are asked with, where the smallest input of their schema is no sense. */
const special: Readonly<Record<string, Things>> = {
  'meetings.plan': { endsAt: '2090-01-01T13:00:00Z' },
  'meetings.change': { endsAt: '2090-01-01T13:00:00Z' },
  'bank.asLearner': { body: singleBody('Which?') },
  'bank.previewImport': { content: '' },
  'exercises.saveRole': { language: null },
  'scoring.saveCriterion': { levels: [0, 1].map(() => ({ en: 'None', fr: 'Aucun', points: null })) },
};

let test: TestDatabase;
let names: string[];
/** For each procedure the marks of all actors, in the order of `names`. */
const found = new Map<string, string>();

const signedOut: RequestInfo = {
  ...{
    sessionToken: null,
    requestId: 'test',
    address: '127.0.0.1',
    userAgent: null,
    chosenLocale: null,
    browserLocale: 'en',
  },
};

beforeAll(async () => {
  const scene = await accessScene();
  test = scene.test;
  const people = Object.entries(scene.actors);
  names = ['signedOut', ...people.map(([name]) => name)];
  const requests = [signedOut];
  for (const [, person] of people) requests.push(await requestAs(test, person));
  const services = undoing(test);
  const callers = requests.map((request) => createCaller({ services, request }));
  const look = async ({ path, input }: (typeof procedures)[number]) => {
    const things = { ...scene.things, ...special[path] };
    let line = '';
    for (const caller of callers) line += await markOf(caller, path, inputFor(input, things));
    found.set(path, line);
  };
  const queries = procedures.filter(({ kind }) => kind === 'query');
  const lane = async () => {
    for (let next = queries.shift(); next; next = queries.shift()) await look(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  // Commands one after the other: side by side they would wait for each other's rows.
  for (const procedure of procedures) if (procedure.kind !== 'query') await look(procedure);
}, 300_000);
afterAll(() => test.close());

/**
 * What a call came to: `+` it was let in, whatever came of it then; `.` it is not there; `f` refused; `u` signed out. `?` where
 * the smallest input is a whole document: who may send one is held by the feature's own tests.
 */
async function markOf(caller: object, path: string, input: unknown): Promise<string> {
  const procedure = path.split('.').reduce((at: unknown, key) => Reflect.get(Object(at), key), caller);
  try {
    await (procedure as (input: unknown) => Promise<unknown>)(input);
    return marks.OK;
  } catch (error) {
    const { code, cause } = error as { code?: string; cause?: unknown };
    if (cause instanceof ZodError) return '?';
    return marks[code as keyof typeof marks] ?? (code === 'INTERNAL_SERVER_ERROR' ? '!' : marks.OK);
  }
}

/** The table: a line for each feature and each pattern in it. */
function table(): string {
  const lines = new Map<string, string[]>();
  for (const { path } of procedures) {
    const [feature = '', name = ''] = path.split('.');
    const key = `${[...(found.get(path) ?? '')].join(' ')}  ${feature}:`;
    lines.set(key, [...(lines.get(key) ?? []), name]);
  }
  const byFeature = [...lines].sort(([a], [b]) => order(a).localeCompare(order(b)));
  const head = names.map((name, index) => `${'| '.repeat(index)}${name}`);
  return [...head, ...byFeature.map(([key, all]) => `${key} ${all.join(' ')}`), ''].join('\n');
}

const order = (key: string) => key.split('  ').reverse().join(' ');
const column = (name: string) =>
  [...found].map(([path, line]) => `${path} ${line[names.indexOf(name)] ?? ''}`).sort();

describe('every procedure, by who calls it', () => {
  it('lets in whom the table says, and nobody else', async () => {
    await expect(table()).toMatchFileSnapshot('./access.table.txt');
  });

  it('breaks for nobody', () => {
    const broken = [...found].filter(([, line]) => line.includes('!')).map(([path]) => path);
    expect(broken).toEqual([]);
  });

  it('gives whose appointments are over no more than who never had any', () => {
    expect(column('former')).toEqual(column('colleague'));
  });
});
