import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { adoption, anotherText, decisionScene, past } from '../../testing/decisions.ts';
import { createSilence, silenceScene, wall } from '../../testing/silence.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

const refusedAs = async (work: Promise<unknown>) => (await failure(work))?.messageKey;

describe('an adoption in a meeting', () => {
  it('is recorded by the chair, signed in afresh, after what silence adopted until then', async () => {
    const first = await silenceScene(test);
    await past(test, await createSilence(first, 30));
    const second = await anotherText(first, 1);
    const { api } = second;
    const made = await api.chair.decisions.adopt(adoption(second));
    expect(made.number).toMatch(/-002$/);
    const decision = await api.head.decisions.byId({ decisionId: made.decisionId });
    expect(decision.sheet.procedure).toMatchObject({ kind: 'meeting', place: 'Room 3' });
    expect(decision.sheet.bound).toHaveLength(3);
    expect(decision.sheet.chair?.name).toBe('Maren Varga');
    expect(decision.sound).toEqual({ hash: true, signature: true, chain: true });
    const told = await test.worker
      .sql`select person_id from notification where subject_id = ${made.decisionId}`;
    expect(told.map(({ person_id }) => person_id)).not.toContain(second.people.chair.id);
    expect(told.length).toBeGreaterThan(2);
  });

  it('is refused to everybody else, without a fresh sign-in, twice, over a silence, and for a day to come', async () => {
    const one = await silenceScene(test);
    const { api } = one;
    for (const who of ['head', 'ally', 'secretary'] as const) {
      expect(await failure(api[who].decisions.adopt(adoption(one)))).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await failure(api.partner.decisions.adopt(adoption(one)))).toMatchObject({ code: 'FORBIDDEN' });
    const stale = await callerAs(test, one.people.chair, { verifiedAt: new Date(Date.now() - 3_600_000) });
    expect(await refusedAs(stale.decisions.adopt(adoption(one)))).toBe('stepUp.required');
    const tomorrow = { ...adoption(one), heldOn: '2099-01-01' };
    expect((await failure(api.chair.decisions.adopt(tomorrow)))?.fields).toMatchObject([{ path: 'heldOn' }]);
    const running = await createSilence(one, 60_000);
    expect(await refusedAs(api.chair.decisions.adopt(adoption(one)))).toBe('decisions.silenceRuns');
    await api.chair.silence.end({
      commandId: newId(),
      silenceId: running,
      kind: 'withdraw',
      reason: 'To a meeting.',
    });
    const command = adoption(one);
    const twice = await Promise.all([api.chair.decisions.adopt(command), api.chair.decisions.adopt(command)]);
    expect(twice[0]).toEqual(twice[1]);
    expect(await refusedAs(api.chair.decisions.adopt(adoption(one)))).toBe('decisions.adoptedAlready');
    const opening = { commandId: newId(), textId: one.text.id, versionId: one.version.id, until: wall(4) };
    expect(await refusedAs(api.chair.silence.open(opening))).toBe('silence.adopted');
    expect((await api.chair.silence.byText({ textId: one.text.id })).can).toEqual([]);
  });
});

describe('what follows from a decision', () => {
  const action = (decisionId: string, owner: string) => ({
    ...{ commandId: newId(), decisionId, what: 'Name a contact.', owner, dueOn: '2099-05-01' },
  });

  it('waits on Today of whom it was given to, until one of them marks it done', async () => {
    const one = await decisionScene(test);
    const { api, parties, people, decisionId } = one;
    await api.secretary.decisions.addAction(action(decisionId, `party:${parties.nor.id}`));
    await api.chair.decisions.addAction(action(decisionId, `person:${people.ally.id}`));
    const waiting = async (who: keyof typeof api) =>
      (await api[who].today.get()).waiting.filter(({ kind }) => kind === 'action');
    expect(await waiting('desk')).toMatchObject([
      { what: 'Name a contact.', due: expect.stringContaining('2099-05-0') },
    ]);
    expect(await waiting('ally')).toHaveLength(1);
    expect(await waiting('outsider')).toEqual([]);
    const { actions } = await api.desk.decisions.byId({ decisionId });
    const [own, other] = [actions.find(({ mine }) => mine), actions.find(({ mine }) => !mine)];
    expect(
      await failure(api.desk.decisions.finishAction({ commandId: newId(), actionId: other?.id ?? '' })),
    ).toMatchObject({
      code: 'FORBIDDEN',
    });
    await api.desk.decisions.finishAction({ commandId: newId(), actionId: own?.id ?? '' });
    expect(await waiting('head')).toEqual([]);
    expect(
      await refusedAs(api.head.decisions.finishAction({ commandId: newId(), actionId: own?.id ?? '' })),
    ).toBe('decisions.actionDone');
  });

  it('is given by whoever leads the body, to somebody in it; outside nobody finds any of it', async () => {
    const one = await decisionScene(test);
    const { api, parties, decisionId } = one;
    expect(
      await failure(api.head.decisions.addAction(action(decisionId, `party:${parties.nor.id}`))),
    ).toMatchObject({
      code: 'FORBIDDEN',
    });
    const astray = api.chair.decisions.addAction(action(decisionId, `party:${parties.partner.id}`));
    expect((await failure(astray))?.fields).toMatchObject([{ path: 'owner' }]);
    expect(
      await failure(api.partner.decisions.addAction(action(decisionId, `party:${parties.nor.id}`))),
    ).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await failure(api.head.decisions.owners({ decisionId }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a correction', () => {
  it('is a new text with the words of the decision, whose own decision names it with its hash', async () => {
    const one = await decisionScene(test);
    const { api, decisionId } = one;
    const before = await api.head.decisions.byId({ decisionId });
    const follow = { commandId: newId(), decisionId, relation: 'corrects' as const, title: 'Correction' };
    expect(await failure(api.head.decisions.follow(follow))).toMatchObject({ code: 'FORBIDDEN' });
    const { textId } = await api.chair.decisions.follow(follow);
    expect(await api.chair.decisions.ofText({ textId })).toMatchObject({ mayUnrefer: true });
    expect(await api.head.decisions.ofText({ textId })).toMatchObject({ mayUnrefer: false });
    const room = await api.head.texts.byId({ textId });
    expect(room.words?.paragraphs).toHaveLength(2);
    const version = room.versions[0];
    const made = await api.chair.decisions.adopt({ ...adoption(one), textId, versionId: version?.id ?? '' });
    const after = await api.head.decisions.byId({ decisionId: made.decisionId });
    expect(after.sheet.predecessors).toEqual([
      { number: before.number, hash: before.hash, relation: 'corrects' },
    ]);
    expect((await api.head.decisions.byId({ decisionId })).successors).toMatchObject([
      { id: made.decisionId },
    ]);
    expect(await refusedAs(api.chair.decisions.unrefer({ commandId: newId(), textId, decisionId }))).toBe(
      'decisions.referenceStands',
    );
    expect(await api.chair.decisions.ofText({ textId })).toMatchObject({ mayUnrefer: false });
  });

  it('lets go of the earlier decision where nothing was decided yet, for the chair alone', async () => {
    const { api, decisionId } = await decisionScene(test);
    const follow = { commandId: newId(), decisionId, relation: 'replaces' as const, title: 'Anew' };
    const { textId } = await api.chair.decisions.follow(follow);
    const unrefer = () => ({ commandId: newId(), textId, decisionId });
    expect(await failure(api.head.decisions.unrefer(unrefer()))).toMatchObject({ code: 'FORBIDDEN' });
    await api.chair.decisions.unrefer(unrefer());
    expect((await api.head.decisions.ofText({ textId })).refersTo).toEqual([]);
  });
});

describe('a published decision', () => {
  it('is read by anybody, in chosen fields, until the chair takes it back', async () => {
    const one = await anotherText(await silenceScene(test), 0);
    const { api } = one;
    const { decisionId } = await api.chair.decisions.adopt(adoption(one));
    const anybody = await callerAs(test, null);
    const asked = { commandId: newId(), decisionId };
    expect(await failure(anybody.decisions.published({ decisionId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(api.secretary.decisions.publish(asked))).toMatchObject({ code: 'FORBIDDEN' });
    const stale = await callerAs(test, one.people.chair, { verifiedAt: new Date(Date.now() - 3_600_000) });
    expect(await refusedAs(stale.decisions.publish(asked))).toBe('stepUp.required');
    await api.chair.decisions.publish(asked);
    const shown = await anybody.decisions.published({ decisionId });
    expect(shown.paragraphs).toHaveLength(2);
    expect(JSON.stringify(shown)).not.toMatch(/bound|reservations|distribution|Maren/);
    await api.chair.decisions.unpublish({ ...asked, commandId: newId() });
    expect(await failure(anybody.decisions.published({ decisionId }))).toMatchObject({ code: 'NOT_FOUND' });
    await api.chair.decisions.publish({ ...asked, commandId: newId() });
    expect((await anybody.decisions.published({ decisionId })).id).toBe(decisionId);
  });

  it('is never one of a higher level, whatever its chair wants, nor by any other way', async () => {
    const one = await decisionScene(test);
    expect(
      await refusedAs(one.api.chair.decisions.publish({ commandId: newId(), decisionId: one.decisionId })),
    ).toBe('decisions.notForPublic');
    const app = test.app.sql`insert into public_decision (id, sheet, published_by, published_at)
      values (${one.decisionId}, '{}', ${one.people.chair.id}, now())`;
    await expect(app).rejects.toThrow(/row-level security/);
  });
});
