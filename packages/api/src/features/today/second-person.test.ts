import { newId } from '@concord/db/ids';
import { createPerson } from '@concord/db/testing/fixtures';
import { describe, expect, it, onTestFinished } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, consultation, say } from '../../testing/consultation.ts';
import { positionScene } from '../../testing/positions.ts';

const waiting = async (api: Api, kind: 'release' | 'wider') =>
  (await api.today.get()).waiting.filter((one) => one.kind === kind);

describe('a wish to open something wider', () => {
  async function wished() {
    const scene = await consultation();
    onTestFinished(() => scene.test.close());
    const { test, body, parties, api, threadId } = scene;
    const person = (party: { id: string }, appointment: object) =>
      createPerson(test, { party, level: 1, appointments: [appointment as never] });
    const heads = (party: { id: string }) =>
      person(party, { role: 'headOfDelegation', scope: 'body', scopeId: body.id });
    const [head, foreign] = [await heads(parties.nor), await heads(parties.cal)];
    const own = { level: 1, releasableTo: [parties.nor.id] };
    const { contributionId } = await say(api.author, threadId, 'the plover', { marking: own });
    const { requestId } = await api.author.threads.askWider({
      ...{ commandId: newId(), threadId, contributionId, reason: 'They need it.' },
      marking: { level: 1, releasableTo: [parties.nor.id, parties.cal.id] },
    });
    const [asHead, asForeign] = [await callerAs(test, head), await callerAs(test, foreign)];
    return { ...scene, head: asHead, foreign: asForeign, contributionId, requestId };
  }

  it('waits for whoever may confirm it, until they have decided', async () => {
    const { api, head, foreign, threadId, requestId } = await wished();
    expect(await waiting(head, 'wider')).toMatchObject([
      { id: requestId, threadId, thread: 'Cables under the northern sea', person: 'Ilse Varga' },
    ]);
    for (const one of [api.author, api.ally, api.chair, api.outsider, foreign])
      expect(await waiting(one, 'wider')).toEqual([]);
    await head.threads.decideWider({ commandId: newId(), requestId, confirm: false });
    expect(await waiting(head, 'wider')).toEqual([]);
  });

  it('waits no more once its entry was removed', async () => {
    const { api, head, contributionId } = await wished();
    await api.author.contributions.remove({ commandId: newId(), contributionId });
    expect(await waiting(head, 'wider')).toEqual([]);
  });
});

describe('what a colleague prepared', () => {
  it('waits for whoever may release it for the nation, and for nobody else', async () => {
    const s = await positionScene();
    onTestFinished(() => s.test.close());
    await s.fourEyes();
    const { positionId } = await s.take(s.api.desk, 'agree', { prepareOnly: true });
    const item = { id: positionId, textId: s.at.text.id, body: s.body.code, due: null };
    expect(await waiting(s.api.head, 'release')).toMatchObject([item]);
    for (const one of [s.api.desk, s.api.ally, s.api.chair])
      expect(await waiting(one, 'release')).toEqual([]);
    await s.api.head.positions.release({ commandId: newId(), positionId });
    expect(await waiting(s.api.head, 'release')).toEqual([]);
  });

  it('waits no more when a new version has overtaken it', async () => {
    const s = await positionScene();
    onTestFinished(() => s.test.close());
    await s.take(s.api.desk, 'agree', { prepareOnly: true });
    expect(await waiting(s.api.head, 'release')).toHaveLength(1);
    await s.next(2);
    expect(await waiting(s.api.head, 'release')).toEqual([]);
  });
});
