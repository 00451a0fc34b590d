import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import type { Stance } from '../features/positions/rules.ts';
import { callerAs } from './caller.ts';
import type { Api } from './consultation.ts';
import { createText, createVersion, type TextScene, textScene } from './texts.ts';

type Take = Parameters<Api['positions']['take']>[0];
type Callers = Record<keyof TextScene['people'], Api>;

/** The text scene with everybody signed in; `fresh` lays a new text with one version before the body. */
export async function positionScene() {
  const test = await testDatabase();
  const scene = await textScene(test);
  const callers = Object.entries(scene.people).map(async ([key, who]) => [key, await callerAs(test, who)]);
  const api = Object.fromEntries(await Promise.all(callers)) as Callers;
  const at = { text: scene.text, version: scene.version };
  return { ...scene, test, api, at, ...acts(test, scene, at) };
}

export type PositionScene = Awaited<ReturnType<typeof positionScene>>;

function acts(test: TestDatabase, scene: TextScene, at: Pick<TextScene, 'text' | 'version'>) {
  const { body, marking, people, parties } = scene;
  const next = async (number: number) => {
    at.version = await createVersion(test, { text: at.text, number, by: people.chair, marking });
  };
  return {
    fresh: async () => {
      await test.worker.sql`delete from delegation_setting`;
      at.text = await createText(test, { body, marking, by: people.chair });
      await next(1);
    },
    /** The chair makes a version. */
    next,
    /** Says something of the version at hand. */
    take: (who: Api, stance: Stance, more: Partial<Take> = {}) =>
      who.positions.take({
        ...{
          commandId: newId(),
          textId: at.text.id,
          versionId: at.version.id,
          stance,
          words: 'In our words.',
        },
        ...more,
      }),
    /** How each nation stands, as somebody sees it. */
    seen: async (who: Api, number?: number) => {
      const grid = await who.positions.byText({ textId: at.text.id, version: number });
      return Object.fromEntries(
        (grid?.nations ?? []).map(({ party, state, position }) => [party.id, [state, position?.stance]]),
      );
    },
    own: async (who: Api) => (await who.positions.byText({ textId: at.text.id }))?.own,
    /** The first nation wants four eyes. */
    fourEyes: () => test.worker.sql`insert into delegation_setting
      (id, body_id, party_id, four_eyes, changed_by, changed_at)
      values (${newId()}, ${body.id}, ${parties.nor.id}, true, ${people.head.id}, now())`,
  };
}
