import { newId } from '@concord/db/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Api, failure } from '../../testing/consultation.ts';
import { type PositionScene, positionScene } from '../../testing/positions.ts';

let s: PositionScene;
let api: PositionScene['api'];
beforeAll(async () => {
  s = await positionScene();
  api = s.api;
});
afterAll(() => s.test.close());
beforeEach(() => s.fresh());

describe('a new version', () => {
  it('carries nothing over: maintained, changed or lifted by a click', async () => {
    const { nor, cal } = s.parties;
    const { positionId } = await s.take(api.head, 'agreeWithComment', { instructed: true });
    await s.take(api.ally, 'agree');
    await s.next(2);
    expect(await s.seen(api.ally)).toMatchObject({
      ...{ [nor.id]: ['stale', 'agreeWithComment'], [cal.id]: ['stale', 'agree'] },
    });
    expect(await s.seen(api.ally, 1)).toMatchObject({ [nor.id]: ['said', 'agreeWithComment'] });
    const maintain = { commandId: newId(), positionId, versionId: s.at.version.id };
    expect(await failure(api.ally.positions.maintain(maintain))).toMatchObject({ code: 'NOT_FOUND' });
    await api.deputy.positions.maintain(maintain);
    const grid = await api.ally.positions.byText({ textId: s.at.text.id });
    expect(grid?.nations.find((one) => one.party.id === nor.id)).toMatchObject({
      state: 'said',
      position: { words: 'In our words.', instructed: true, version: 2, by: 'Dag Varga' },
    });
    await api.ally.positions.lift({ commandId: newId(), textId: s.at.text.id });
    expect((await s.seen(api.head))[cal.id]).toEqual(['nothing', undefined]);
    expect(
      await failure(api.ally.positions.lift({ commandId: newId(), textId: s.at.text.id })),
    ).toMatchObject({
      ...{ code: 'CONFLICT', messageKey: 'position.noLongerSaid' },
    });
    expect(
      await failure(api.desk.positions.lift({ commandId: newId(), textId: s.at.text.id })),
    ).toMatchObject({
      messageKey: 'position.power',
    });
  });

  it('lets nothing go out that was prepared for the one before', async () => {
    const { positionId } = await s.take(api.desk, 'agree', { prepareOnly: true });
    await s.next(2);
    expect(await failure(api.head.positions.release({ commandId: newId(), positionId }))).toMatchObject({
      messageKey: 'position.versionPast',
    });
    await api.head.positions.takeBack({ commandId: newId(), positionId });
    expect((await s.own(api.desk))?.prepared).toBeNull();
  });
});

describe('four eyes', () => {
  it('keep what one person prepared inside the delegation until another releases it', async () => {
    const { nor } = s.parties;
    await s.fourEyes();
    const { positionId, state } = await s.take(api.head, 'cannotAccept');
    expect(state).toBe('prepared');
    for (const who of [api.ally, api.chair, api.secretary]) {
      expect((await s.seen(who))[nor.id]).toEqual(['nothing', undefined]);
      expect((await s.own(who))?.prepared ?? null).toBeNull();
    }
    expect((await s.own(api.head))?.prepared?.may).toEqual({ release: false, takeBack: true });
    expect((await s.own(api.deputy))?.prepared).toMatchObject({ by: 'Hedda Varga', may: { release: true } });
    const release = (who: Api) => who.positions.release({ commandId: newId(), positionId });
    expect(await failure(release(api.head))).toMatchObject({ messageKey: 'position.ownPrepared' });
    expect(await failure(release(api.desk))).toMatchObject({ messageKey: 'position.power' });
    await release(api.deputy);
    expect((await s.seen(api.ally))[nor.id]).toEqual(['said', 'cannotAccept']);
    expect(await failure(release(api.deputy))).toMatchObject({ messageKey: 'position.noLongerPrepared' });
    expect(
      await failure(api.head.positions.lift({ commandId: newId(), textId: s.at.text.id })),
    ).toMatchObject({
      messageKey: 'position.fourEyesLift',
    });
  });

  it('do not let one write over what a colleague prepared; it is taken back first', async () => {
    await s.fourEyes();
    const { positionId } = await s.take(api.desk, 'agree', { prepareOnly: true });
    expect(await failure(s.take(api.head, 'noObjection'))).toMatchObject({
      ...{ code: 'CONFLICT', messageKey: 'position.alreadyPrepared' },
    });
    await api.desk.positions.takeBack({ commandId: newId(), positionId });
    await s.take(api.head, 'noObjection');
    expect((await s.own(api.desk))?.prepared).toMatchObject({ stance: 'noObjection', by: 'Hedda Varga' });
  });

  it('leave no trace of what is prepared in the record that others are shown', async () => {
    await s.fourEyes();
    await s.take(api.head, 'agree');
    const readers = await Promise.all([api.ally, api.chair].map((who) => who.record.list({})));
    expect(readers.flatMap((one) => one.entries.map((entry) => entry.action))).not.toContain(
      'position.prepare',
    );
  });
});
