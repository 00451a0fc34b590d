import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSilence, type SilenceScene, silenceScene, wall } from '../../testing/silence.ts';
import { createText, createVersion } from '../../testing/texts.ts';

let test: TestDatabase;
let scene: SilenceScene;
beforeAll(async () => {
  test = await testDatabase();
  scene = await silenceScene(test);
});
afterAll(() => test.close());

const PERIOD_MS = 3 * 86_400_000;
const people = ['head', 'deputy', 'desk', 'ally', 'outsider', 'chair', 'secretary', 'partner'] as const;
type Who = (typeof people)[number];
type Nation = 'nor' | 'cal' | 'out';
const NATION: Partial<Record<Who, Nation>> = { head: 'nor', deputy: 'nor', ally: 'cal', outsider: 'out' };

const who = fc.constantFrom(...people);
const nation = fc.constantFrom<Nation>('nor', 'cal', 'out');
const kind = fc.constantFrom(
  ...(['break', 'break', 'lift', 'lift', 'letter', 'acknowledge', 'noObjection', 'wish'] as const),
  ...(['extend', 'resume', 'withdraw', 'refer', 'lapse'] as const),
);
const act = fc.record({ kind, who, nation });
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** What should stand after some acts, none of which comes near the end: who breaks, and how it ended. */
class Model {
  state = 'open';
  readonly breaking = new Set<Nation>();
  /** The end in days from now. */
  end = 3;

  apply({ kind, who, nation }: Act): void {
    const own = NATION[who];
    if (this.state !== 'open' && this.state !== 'broken') return;
    if (kind === 'break' && own) this.#break(own);
    if (kind === 'letter' && (who === 'chair' || who === 'secretary')) this.#break(nation);
    if (kind === 'lift' && own === nation) this.breaking.delete(nation);
    if (who !== 'chair') return;
    if (kind === 'extend' && this.state === 'open') this.end += 1;
    if (kind === 'resume' && this.state === 'broken' && this.breaking.size === 0) {
      this.state = 'open';
      this.end += 1;
    }
    if (kind === 'withdraw') this.state = 'withdrawn';
    if (this.state !== 'broken') return;
    if (kind === 'refer') this.state = 'referred';
    if (kind === 'lapse') this.state = 'lapsed';
  }

  #break(nation: Nation): void {
    this.breaking.add(nation);
    this.state = 'broken';
  }
}

/** Tries it, whoever may and may not; what is refused changes nothing. */
async function attempt({ kind, who, nation }: Act, silenceId: string, run: Run, end: number): Promise<void> {
  const { silence } = scene.api[who];
  const id = { commandId: newId(), silenceId };
  const party = scene.parties[nation].id;
  const broken = run.events.filter((event) => event.kind === 'break' && event.author?.nation?.id === party);
  const breakId = broken.at(-1)?.id ?? newId();
  const words = { ...id, kind: 'objection' as const, paragraphIds: [], reason: 'Not these words.' };
  const because = { ...id, reason: 'Because.' };
  const calls = {
    break: () => silence.break(words),
    letter: () => silence.enterLetter({ ...words, partyId: party }),
    lift: () => silence.lift({ ...id, breakId }),
    acknowledge: () => silence.acknowledge(id),
    noObjection: () => silence.noObjection(id),
    wish: () => silence.requestExtension(because),
    extend: () => silence.extend({ ...because, until: wall(end + 2) }),
    resume: () => silence.resume({ ...because, until: wall(end + 2) }),
    withdraw: () => silence.end({ ...because, kind: 'withdraw' }),
    refer: () => silence.end({ ...because, kind: 'refer' }),
    lapse: () => silence.end({ ...because, kind: 'lapse' }),
  };
  await calls[kind]().catch(() => undefined);
}

type Run = NonNullable<Awaited<ReturnType<typeof runOf>>>;
async function runOf(textId: string) {
  const { run } = await scene.api.chair.silence.byText({ textId });
  if (!run) throw new Error('There is no silence.');
  return run;
}

/** Silence over a text of its own. */
async function begun(): Promise<{ textId: string; silenceId: string }> {
  const { body, marking, people } = scene;
  const text = await createText(test, { body, marking, by: people.chair });
  const version = await createVersion(test, { text, number: 1, by: people.chair, marking });
  return { textId: text.id, silenceId: await createSilence({ ...scene, text, version }, PERIOD_MS) };
}

it('whatever several people try in whatever order, stands as the rules say, and each nation’s breaks are its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      const { textId, silenceId } = await begun();
      const model = new Model();
      for (const done of acts) {
        await attempt(done, silenceId, await runOf(textId), model.end);
        model.apply(done);
      }
      const run = await runOf(textId);
      expect([run.state, run.liveBreaks]).toEqual([model.state, model.breaking.size]);
      const lifted = new Set(
        run.events.flatMap(({ kind, about }) => (kind === 'lift' && about ? [about] : [])),
      );
      const live = run.events.filter((event) => event.kind === 'break' && !lifted.has(event.id));
      const byNation = live.map(({ author }) => author?.nation?.id);
      expect(byNation.sort()).toEqual([...model.breaking].map((one) => scene.parties[one].id).sort());
    }),
    { numRuns: 25 },
  );
}, 120_000);
