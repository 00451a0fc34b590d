import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { endpoints } from './runtime.ts';
import type { Act } from './testing/shadow/acts/act.ts';
import { consulting } from './testing/shadow/acts/consulting.ts';
import { training } from './testing/shadow/acts/training.ts';
import { type Addresses, addresses, serve } from './testing/shadow/addresses.ts';
import { namesIn, plain } from './testing/shadow/asking.ts';
import { listen, mailsOf } from './testing/shadow/hearing.ts';
import {
  addressesApart,
  documents,
  everything,
  procedures,
  queries,
  tellingApart,
} from './testing/shadow/looking.ts';
import { lineFor } from './testing/shadow/vocabulary.ts';
import { twoWorlds } from './testing/shadow/worlds.ts';

/*
 * The shadow test (docs/decisions/0041): two worlds that differ only in what somebody may not read answer them alike,
 * byte for byte, whatever they ask. Those who look after courses and exercises ask before anybody trains.
 */
const early = {
  administrator: 'hqa-admin-1',
  courseDirector: 'hqa-course-director',
  exerciseDirector: 'hqa-secretary-epg',
};
const late = {
  outsider: 'ryn-delegate',
  partner: 'lun-envoy-1',
  chair: 'hqa-chair-trb',
  coordinator: 'ryn-coordinator',
  learner: 'nor-staff-1',
};
const everybody = Object.values({ ...early, ...late });
const acts = [...consulting, ...training];
/** Who acts and who is told; signed in in both worlds, so that these differ in nothing else. */
const actors = new Set(acts.flatMap(({ told }) => told.map(([reader]) => reader)));
/** An administrator who was told of a thread breaks its glass, in sight of its members: docs/decisions/0034. */
const BY_DESIGN = ['hqa-admin-1 threads.breakGlass threadId'];
/** Queries that answer nobody here: they are asked by a secret, about a file that was brought, or about a whole form. */
const SILENT = [
  ...['account.invitation', 'account.reset', 'authoring.activity', 'authoring.archive', 'authoring.preview'],
  ...['imports.byId', 'mail.byId', 'requirements.preview', 'word.preview'],
];

// Each asks hundreds of procedures twice.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let worlds: Awaited<ReturnType<typeof twoWorlds>>;
let hearing: { early: Hearing; late: Hearing };
const served: Addresses[] = [];
const answered = new Set<string>();

beforeAll(async () => {
  worlds = await twoWorlds([...everybody, ...actors]);
  const both = [worlds.without, worlds.within];
  const listenTo = (keys: string[]) => Promise.all(both.map((world) => listen(world, keys)));
  hearing = {
    early: await listenTo(Object.values(early)),
    late: await listenTo([...Object.values(late), 'nor-delegate']),
  };
  for (const world of both) served.push(await serve(world));
});
afterAll(async () => {
  await Promise.all(served.map((one) => one.close()));
  await worlds?.close();
});

async function perform(acts: readonly Act[]): Promise<void> {
  for (const { within, without } of acts) {
    await without?.(worlds.without);
    await within(worlds.within);
  }
}

type Hearing = readonly Awaited<ReturnType<typeof listen>>[];
type Told = ReadonlyMap<string, unknown>;

/** What the two worlds tell otherwise, as the one and as the other tells it. */
function difference([less, more]: readonly [Told, Told]) {
  const told = (answers: Told, key: string) => plain(answers.get(key), worlds.since);
  const keys = [...new Set([...less.keys(), ...more.keys()])];
  const differing = keys.filter((key) => told(less, key) !== told(more, key));
  const all = (answers: Told) => Object.fromEntries(differing.map((key) => [key, told(answers, key)]));
  return { without: all(less), within: all(more) };
}

const heard = (round: keyof typeof hearing) => Promise.all(hearing[round].map((all) => all()));

const inBoth = <Answer>(ask: (world: typeof worlds.within, index: number) => Promise<Answer>) =>
  Promise.all([ask(worlds.without, 0), ask(worlds.within, 1)] as const);

function shadowsOf(people: Readonly<Record<string, string>>): void {
  it.each(Object.entries(people))('%s is answered alike by every procedure', async (_, key) => {
    const { without, within } = difference(await inBoth((world) => everything(world, key, { answered })));
    expect(within).toEqual(without);
  });

  it.each(Object.entries(people))('%s is told of what is hidden as of what is not there', async (_, key) => {
    const found = await tellingApart(worlds.within, key, worlds.since);
    expect(found.filter((one) => !BY_DESIGN.includes(`${key} ${Reflect.get(one, 'asked')}`))).toEqual([]);
  });

  it.each(Object.entries(people))('%s is given the same files and dates', async (_, key) => {
    const got = await inBoth((world, index) => documents(world, key, served[index] as Addresses));
    const { without, within } = difference(got);
    expect(within).toEqual(without);
    expect(await addressesApart(worlds.within, key, served[1] as Addresses)).toEqual([]);
    const [less, more] = await inBoth((_world, index) => (served[index] as Addresses).calendar(key));
    expect(plain(more, worlds.since)).toBe(plain(less, worlds.since));
  });
}

describe('while delegations consult', () => {
  beforeAll(() => perform(consulting));
  shadowsOf(early);

  it('they hear the same live events', async () => {
    const [less, more] = await heard('early');
    expect(plain(more, worlds.since)).toBe(plain(less, worlds.since));
  });
});

describe('while others train as well', () => {
  beforeAll(() => perform(training));
  shadowsOf(late);

  it('they hear the same live events', async () => {
    const [less, more] = await heard('late');
    expect(more?.['nor-delegate']?.length).toBeGreaterThan(less?.['nor-delegate']?.length ?? 0);
    for (const key of Object.values(late))
      expect(plain(more?.[key], worlds.since), key).toBe(plain(less?.[key], worlds.since));
  });

  it('everybody is sent the same mails', async () => {
    // One world after the other: a mail has the same number in both, and a process sends each number once.
    const less = await mailsOf(worlds.without, [...everybody, 'nor-head']);
    const more = await mailsOf(worlds.within, [...everybody, 'nor-head']);
    for (const key of everybody)
      expect(plain(more[key], worlds.since), key).toBe(plain(less[key], worlds.since));
    expect(more['nor-head']?.length).toBeGreaterThan(less['nor-head']?.length ?? 0);
  });
});

describe('the test itself', () => {
  it('made each thing, of which those who may read it are told', async () => {
    const told = new Map<string, string>();
    for (const reader of actors) {
      const answers = await everything(worlds.within, reader, { all: queries, answered });
      told.set(reader, JSON.stringify([...answers.values()]));
    }
    const unseen = acts
      .flatMap((act) => act.told)
      .filter(([reader, word]) => !told.get(reader)?.includes(word));
    expect(unseen).toEqual([]);
  });

  it('knows what every input names', () => {
    const unknown = procedures.flatMap((procedure) =>
      namesIn(procedure)
        .filter((name) => !lineFor(procedure.path, name))
        .map((name) => `${procedure.path} ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('asks every query so that somebody is answered, at every address of the API', () => {
    expect(Object.keys(addresses).sort()).toEqual(endpoints.map(([start]) => start).sort());
    expect(queries.map(({ path }) => path).filter((path) => !answered.has(path))).toEqual(SILENT);
  });
});
