import { newId } from '@concord/db/ids';
import type { TestDatabase } from '@concord/db/testing/database';
import { createMarking } from '@concord/db/testing/fixtures';
import { createSilence, type SilenceScene, silenceScene } from './silence.ts';
import { createText, createVersion } from './texts.ts';

/** Waits until a silence's time has run out, by the clock of the database. */
export async function past(test: TestDatabase, silenceId: string): Promise<void> {
  await test.owner.sql`select pg_sleep(greatest(0, extract(epoch from
    (select max(until) from silence_event where silence_id = ${silenceId}) - clock_timestamp())) + 0.02)`;
}

/** A body of its own with a text that silence adopts at once, and the decision's id. */
export async function decisionScene(test: TestDatabase) {
  const scene = await silenceScene(test);
  await past(test, await createSilence(scene, 30));
  const { decisions } = await scene.api.head.decisions.register({ bodyCode: scene.body.code });
  return { ...scene, decisionId: decisions[0]?.id ?? '' };
}

/** Another text of the scene's body, of the level given, read by all three nations. */
export async function anotherText(scene: SilenceScene, level: number): Promise<SilenceScene> {
  const { test, body, people } = scene;
  const { nor, cal, out } = scene.parties;
  const marking = await createMarking(test, { level, releasableTo: [nor, cal, out] });
  const text = await createText(test, { body, marking, by: people.chair });
  const version = await createVersion(test, { text, number: 1, by: people.chair, marking });
  return { ...scene, marking, text, version };
}

/** What a chair says who records an adoption in a meeting today. */
export const adoption = ({ text, version }: SilenceScene) => ({
  ...{
    commandId: newId(),
    textId: text.id,
    versionId: version.id,
    place: 'Room 3',
    note: '',
    letGaps: false,
  },
  heldOn: new Date().toISOString().slice(0, 10),
});
