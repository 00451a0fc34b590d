import { listProcedures } from '../../cli/procedures.ts';
import { appRouter } from '../../root.ts';
import { type Addresses, addresses, filled } from './addresses.ts';
import {
  answerOf,
  inLanes,
  inputWith,
  namesIn,
  type Procedure,
  plain,
  type Vocabulary,
  wordsFor,
} from './asking.ts';
import { lineFor } from './vocabulary.ts';
import type { World } from './worlds.ts';

/** Every procedure of the API. */
export const procedures = listProcedures(appRouter._def.procedures);
export const queries = procedures.filter(({ kind }) => kind === 'query');
const commands = procedures.filter(({ kind }) => kind !== 'query');

/** What single procedures are asked with, where the smallest input of their schema is no sense. */
const special: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'search.contributions': { query: 'zephyr' },
  'silence.checkEnd': { until: { day: '2090-01-02', time: '12:00' } },
  'meetings.checkUntil': { until: { day: '2090-01-02', time: '12:00' } },
  'silence.laterEnd': { until: { day: '2090-01-02', time: '12:00' } },
  'cohorts.previewRule': { role: null, partyId: null },
  'threads.audience': { bodyCode: 'CCD' },
};

/** Does this with every query, then with every command: those side by side would wait for each other's rows. */
async function withEach(all: readonly Procedure[], work: (procedure: Procedure) => Promise<void>) {
  await inLanes(
    all.filter(({ kind }) => kind === 'query'),
    work,
  );
  for (const procedure of all) if (procedure.kind !== 'query') await work(procedure);
}

/** Everything that these procedures answer somebody; `answered` takes the names of those that let them in. */
export async function everything(
  world: World,
  key: string,
  { all = [...queries, ...commands], answered = new Set<string>() } = {},
): Promise<Map<string, unknown>> {
  const [api, words] = [await world.asking(key), await wordsFor(world, key)];
  const answers = new Map<string, unknown>();
  await withEach(all, async (procedure) => {
    const { path } = procedure;
    const answer = await answerOf(api, path, inputWith(procedure, words, special[path] ?? {}));
    if (!(answer && typeof answer === 'object' && 'failed' in answer)) answered.add(path);
    answers.set(path, answer);
  });
  return answers;
}

/** What is not there, and would come at the same place if it were. */
const absentLike = (id: string) => `${id.slice(0, -1)}${id.endsWith('a') ? 'b' : 'a'}`;

/** Where a hidden row is told of otherwise than one that is not there: by procedure and name. */
export async function tellingApart(world: World, key: string, since: number): Promise<object[]> {
  const [api, words] = [await world.asking(key), await wordsFor(world, key)];
  const found: object[] = [];
  await withEach([...queries, ...commands], async (procedure) => {
    for (const name of namesIn(procedure)) {
      const told = async (id: string) => {
        const input = inputWith(procedure, words, { ...special[procedure.path], [name]: id });
        return plain(JSON.stringify(await answerOf(api, procedure.path, input)).replaceAll(id, 'ID'), since);
      };
      const all = words[lineFor(procedure.path, name) ?? '']?.hidden ?? [];
      for (const hidden of procedure.kind === 'query' ? all : all.slice(0, 1)) {
        const [one, other] = [await told(hidden), await told(absentLike(hidden))];
        if (one !== other) found.push({ asked: `${procedure.path} ${name}`, hidden: one, absent: other });
      }
    }
  });
  return found;
}

/** Every file of somebody. One after the other: what is taken out is recorded, in this order. */
export async function documents(world: World, key: string, served: Addresses): Promise<Map<string, string>> {
  const [words, found] = [await wordsFor(world, key), new Map<string, string>()];
  for (const address of Object.values(addresses).flat())
    found.set(address, await served.get(key, filled(address, words)));
  return found;
}

/** Addresses at which a hidden thing is answered otherwise than one that is not there. */
export async function addressesApart(world: World, key: string, served: Addresses): Promise<string[]> {
  const words = await wordsFor(world, key);
  const apart: string[] = [];
  await inLanes(Object.values(addresses).flat(), async (address) => {
    for (const [name, id] of hiddenIn(address, words)) {
      const told = async (one: string) =>
        (await served.get(key, filled(address, words, { [name]: one }))).replaceAll(one, 'ID');
      if ((await told(id)) !== (await told(absentLike(id)))) apart.push(`${address} ${name}`);
    }
  });
  return apart;
}

function hiddenIn(address: string, words: Vocabulary): [string, string][] {
  const names = [...address.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => name ?? '');
  return names.flatMap((name) => (words[name]?.hidden ?? []).map((id): [string, string] => [name, id]));
}
