import { newId } from '@concord/db/ids';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import type { Paragraph } from '../features/texts/schemas.ts';
import { callerAs } from './caller.ts';
import { type Api, consultation } from './consultation.ts';

/** A plain paragraph of words. */
export const words = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  id: newId(),
  kind: 'paragraph',
  parts: [{ text }],
  ...more,
});

type Version = { paragraphs: Paragraph[]; base?: number } & Partial<
  Omit<Parameters<Api['texts']['makeVersion']>[0], 'paragraphs' | 'base'>
>;

/** Makes a version as the chair of the scene would. */
export function makeVersion(api: Api, textId: string, { paragraphs, base = 0, ...more }: Version) {
  const input = { commandId: newId(), textId, base, paragraphs, note: '', kept: [], takesIn: [], ...more };
  return api.texts.makeVersion(input);
}

/**
 * A text of two paragraphs in a body, under RESTRICTED, that two of three nations may read: besides the people of
 * `consultation`, a secretary, and a contributor of a partner to whom it may be released.
 */
export async function textScene() {
  const scene = await consultation();
  const { test, body, parties, api } = scene;
  const partner = await createParty(test, { kind: 'partner', ally: false });
  const seat = async (party: { id: string }, role: 'secretariat' | 'contributor') => {
    const appointments = [{ role, scope: 'body' as const, scopeId: body.id }];
    return callerAs(test, await createPerson(test, { party, level: 1, appointments }));
  };
  const more = {
    secretary: await seat(parties.nor, 'secretariat'),
    contributor: await seat(partner, 'contributor'),
  };
  const marking = { level: 1, releasableTo: [parties.nor.id, parties.cal.id, partner.id] };
  const { textId } = await api.chair.texts.create({
    commandId: newId(),
    bodyCode: body.code,
    title: 'On cables',
    reference: 'T/1',
    marking,
    withThread: true,
  });
  const paragraphs = [
    words('Allies recognise that cables matter.'),
    words('Each nation names an authority.'),
  ];
  const { versionId } = await makeVersion(api.chair, textId, { paragraphs });
  return { ...scene, api: { ...api, ...more }, partner, textMarking: marking, textId, versionId, paragraphs };
}

export type TextScene = Awaited<ReturnType<typeof textScene>>;

export type Table = Parameters<Api['texts']['table']>[0];

/** Tables a change of the first paragraph of the scene's first version, or what is said otherwise. */
export const tableAmendment = (
  scene: Pick<TextScene, 'textId' | 'paragraphs'>,
  api: Api,
  more: Partial<Table> = {},
) =>
  api.texts.table({
    commandId: newId(),
    textId: scene.textId,
    base: 1,
    kind: 'replace',
    paragraphId: scene.paragraphs[0]?.id ?? null,
    words: 'Allies recognise that cables carry our trade.',
    reason: 'It says why.',
    ...more,
  });
