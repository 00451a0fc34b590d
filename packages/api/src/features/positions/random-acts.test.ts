import { newId } from '@concord/db/ids';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PositionScene, positionScene } from '../../testing/positions.ts';
import { type Stance, stances } from './rules.ts';

let s: PositionScene;
beforeAll(async () => {
  s = await positionScene();
});
afterAll(() => s.test.close());

const who = fc.constantFrom('head', 'deputy', 'desk', 'ally', 'chair', 'secretary', 'outsider', 'partner');
const act = fc.oneof(
  fc.record({
    ...{ kind: fc.constant('take' as const), who, stance: fc.constantFrom(...stances) },
    prepareOnly: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('release' as const, 'takeBack' as const, 'maintain' as const), who }),
  fc.record({ kind: fc.constantFrom('lift' as const), who }),
  fc.record({ kind: fc.constant('version' as const) }),
  fc.record({ kind: fc.constant('fourEyes' as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;
type Who = Extract<Act, { who: unknown }>['who'];

const NATION: Partial<Record<Who, 'nor' | 'cal'>> = { head: 'nor', deputy: 'nor', desk: 'nor', ally: 'cal' };
const EMPOWERED = new Set<Who>(['head', 'deputy', 'ally']);

/** What should stand after some acts: per nation what was said last and of which version, and what is prepared. */
class Model {
  version = 1;
  fourEyes = false;
  said: Record<string, { version: number; stance: Stance } | undefined> = {};
  prepared: Record<string, { by: Who; version: number; stance: Stance } | undefined> = {};

  apply(done: Act): void {
    if (done.kind === 'version') this.version += 1;
    else if (done.kind === 'fourEyes') this.fourEyes = true;
    else this.#forNation(done, NATION[done.who]);
  }

  #forNation(done: Extract<Act, { who: Who }>, nation?: 'nor' | 'cal'): void {
    if (!nation) return;
    const [prepared, said] = [this.prepared[nation], this.said[nation]];
    const [power, eyes] = [EMPOWERED.has(done.who), this.fourEyes && nation === 'nor'];
    const version = this.version;
    if (done.kind === 'lift' && power && !eyes) this.said[nation] = undefined;
    if (done.kind === 'takeBack' && (power || prepared?.by === done.who)) this.prepared[nation] = undefined;
    if (
      done.kind === 'release' &&
      prepared?.version === version &&
      power &&
      !(eyes && prepared.by === done.who)
    ) {
      this.said[nation] = { version, stance: prepared.stance };
      this.prepared[nation] = undefined;
    }
    const stance = done.kind === 'take' ? done.stance : done.kind === 'maintain' ? said?.stance : undefined;
    const only = done.kind === 'take' && done.prepareOnly;
    if (stance === undefined || (!only && !power)) return;
    if (!only && !eyes) {
      this.said[nation] = { version, stance };
      this.prepared[nation] = undefined;
    } else if (!prepared || prepared.by === done.who) {
      this.prepared[nation] = { by: done.who, version, stance };
    }
  }
}

async function attempt(done: Act, model: Model): Promise<void> {
  if (done.kind === 'version') return s.next(model.version + 1);
  if (done.kind === 'fourEyes') {
    if (!model.fourEyes) await s.fourEyes();
    return;
  }
  const api = s.api[done.who].positions;
  const commandId = newId();
  const rows = await s.test.worker.sql<{ id: string; released: boolean }[]>`
    select id, released_at is not null as released from position
    where text_id = ${s.at.text.id} and ended_at is null
      and party_id = ${s.parties[NATION[done.who] ?? 'out'].id} order by version_id desc`;
  const positionId = (released: boolean) => rows.find((row) => row.released === released)?.id ?? newId();
  const { release, takeBack, lift, maintain } = api;
  const calls = {
    take: () =>
      done.kind === 'take' && s.take(s.api[done.who], done.stance, { prepareOnly: done.prepareOnly }),
    release: () => release({ commandId, positionId: positionId(false) }),
    takeBack: () => takeBack({ commandId, positionId: positionId(false) }),
    maintain: () => maintain({ commandId, positionId: positionId(true), versionId: s.at.version.id }),
    lift: () => lift({ commandId, textId: s.at.text.id }),
  };
  await Promise.resolve(calls[done.kind]()).catch(() => undefined);
}

/** What the database holds whatever was tried. */
async function assertSound(): Promise<void> {
  const rows = await s.test.worker.sql`select version_id, party_id, released_by, released_at, ended_at
    from position where text_id = ${s.at.text.id}`;
  const live = rows.filter((row) => row.released_at !== null && row.ended_at === null);
  expect(new Set(live.map((row) => `${row.version_id} ${row.party_id}`)).size).toBe(live.length);
  const { head, deputy, ally } = s.people;
  const { nor, cal } = s.parties;
  const entitled = [head, deputy].map((one) => `${one.id} ${nor.id}`).concat(`${ally.id} ${cal.id}`);
  for (const row of rows.filter((one) => one.released_by !== null)) {
    expect(entitled).toContain(`${row.released_by} ${row.party_id}`);
  }
}

it('whatever several people try in whatever order, stands as the rules say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 16 }), async (acts) => {
      await s.fresh();
      const model = new Model();
      for (const done of acts) {
        await attempt(done, model);
        model.apply(done);
      }
      await assertSound();
      const seen = await s.seen(s.api.secretary);
      for (const nation of ['nor', 'cal'] as const) {
        const said = model.said[nation];
        const state = said ? (said.version === model.version ? 'said' : 'stale') : 'nothing';
        expect(seen[s.parties[nation].id], nation).toEqual([state, said?.stance]);
      }
      const prepared = (await s.own(s.api.desk))?.prepared;
      expect([prepared?.stance, prepared?.version]).toEqual([
        model.prepared.nor?.stance,
        model.prepared.nor?.version,
      ]);
    }),
    { numRuns: 40 },
  );
}, 120_000);
