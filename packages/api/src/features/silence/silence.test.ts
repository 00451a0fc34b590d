import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../testing/consultation.ts';
import { type SilenceScene, silenceScene, wall } from '../../testing/silence.ts';
import { textScene } from '../../testing/texts.ts';

let test: TestDatabase;
let base: Awaited<ReturnType<typeof textScene>>;
beforeAll(async () => {
  test = await testDatabase();
  base = await textScene(test);
});
afterAll(() => test.close());

const scene = () => silenceScene(test, base);
const opening = ({ text, version }: SilenceScene) => ({
  commandId: newId(),
  textId: text.id,
  versionId: version.id,
  until: wall(4),
});
const breaking = (silenceId: string) => ({
  commandId: newId(),
  silenceId,
  kind: 'objection' as const,
  paragraphIds: [],
  reason: 'Not these words.',
});
const runOf = async (one: SilenceScene, who: keyof SilenceScene['api'] = 'head') =>
  (await one.api[who].silence.byText({ textId: one.text.id })).run;

describe('a silence from opening to its history', () => {
  it('binds the nations of the body, is broken to named paragraphs, lifted, and resumed by the chair alone', async () => {
    const one = await scene();
    const { api, version } = one;
    const { silenceId } = await api.chair.silence.open(opening(one));
    expect(await runOf(one)).toMatchObject({ state: 'open', bindsUs: true, liveBreaks: 0 });
    expect((await runOf(one))?.nations).toHaveLength(3);
    await api.desk.silence.acknowledge({ commandId: newId(), silenceId });
    const served = (await runOf(one))?.nations.filter(({ acknowledgedAt }) => acknowledgedAt !== null);
    expect(served?.map(({ id }) => id)).toEqual([one.parties.nor.id]);

    const paragraphId = version.content.paragraphs[0]?.id ?? '';
    const { eventId, late } = await api.ally.silence.break({
      ...breaking(silenceId),
      paragraphIds: [paragraphId],
    });
    expect(late).toBe(false);
    const broken = await runOf(one);
    expect(broken).toMatchObject({ state: 'broken', liveBreaks: 1 });
    expect(broken?.events.find(({ id }) => id === eventId)?.author).toMatchObject({
      nation: { id: one.parties.cal.id },
      said: { reason: 'Not these words.', paragraphIds: [paragraphId], objection: 'objection' },
    });

    const wish = { commandId: newId(), silenceId, until: wall(5) };
    expect(await failure(api.chair.silence.resume(wish))).toMatchObject({
      messageKey: 'silence.stillBroken',
    });
    await api.ally.silence.lift({ commandId: newId(), silenceId, breakId: eventId });
    expect(await runOf(one)).toMatchObject({ state: 'broken', liveBreaks: 0 });
    expect(await failure(api.head.silence.resume({ ...wish, commandId: newId() }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    await api.chair.silence.resume({ ...wish, commandId: newId() });
    expect(await runOf(one)).toMatchObject({ state: 'open' });
  });

  it('says no objection early as a position, which does not shorten it and gives way to a break', async () => {
    const one = await scene();
    const { api, text } = one;
    const { silenceId } = await api.chair.silence.open(opening(one));
    await api.head.silence.noObjection({ commandId: newId(), silenceId });
    const { nations } = (await api.ally.positions.byText({ textId: text.id })) as unknown as {
      nations: { party: { id: string }; position: { stance: string } | null }[];
    };
    expect(JSON.stringify(nations)).toContain('noObjection');
    expect((await runOf(one))?.state).toBe('open');
    await api.head.silence.break(breaking(silenceId));
    expect((await runOf(one))?.state).toBe('broken');
  });

  it('moves its end later only, with the reason kept', async () => {
    const one = await scene();
    const { silenceId } = await one.api.chair.silence.open(opening(one));
    const later = { commandId: newId(), silenceId, until: wall(6), reason: 'For translation.' };
    await one.api.chair.silence.extend(later);
    expect(
      await failure(one.api.chair.silence.extend({ ...later, commandId: newId(), until: wall(5) })),
    ).toMatchObject({
      fields: [{ path: 'until', key: 'silence.notLater' }],
    });
    expect((await runOf(one))?.expiries).toHaveLength(2);
    await one.api.ally.silence.requestExtension({ commandId: newId(), silenceId, reason: 'More time.' });
    expect((await runOf(one))?.state).toBe('open');
  });
});

describe('what keeps silence from opening', () => {
  it('a nation that could not break it is named, unless it was served by another channel', async () => {
    const one = await scene();
    const wish = opening(one);
    const { appointmentId } = one.people.outsider;
    await test.worker.sql`update appointment set valid_until = now() where id = ${appointmentId}`;
    const refused = await failure(one.api.chair.silence.open(wish));
    expect(refused).toMatchObject({ messageKey: 'silence.notServed', params: { count: 1 } });
    const named = await one.api.chair.silence.proposal({ textId: one.text.id });
    expect(named.notReached.map(({ id }) => id)).toEqual([one.parties.out.id]);
    const servedOtherwise = { partyIds: [one.parties.out.id], how: 'By letter of this morning.' };
    await one.api.chair.silence.open({ ...wish, commandId: newId(), servedOtherwise });
    const out = (await runOf(one))?.nations.find(({ id }) => id === one.parties.out.id);
    expect(out).toMatchObject({ servedOtherwise: true, acknowledgedAt: null });
    await test.worker.sql`update appointment set valid_until = null where id = ${appointmentId}`;
  });

  it('a text that a nation of the body may not read at all: no other channel mends that', async () => {
    const one = await scene();
    const wish = { ...opening(one), textId: base.text.id, versionId: base.version.id };
    const servedOtherwise = { partyIds: [one.parties.out.id], how: 'By letter.' };
    for (const act of ['open', 'announce'] as const)
      expect(
        await failure(one.api.chair.silence[act]({ ...wish, commandId: newId(), servedOtherwise })),
      ).toMatchObject({ messageKey: 'silence.notReleasable', params: { count: 1 } });
  });

  it('a bracket that stands, a period too short, an hour that does not exist, a running one', async () => {
    const one = await scene();
    const { api } = one;
    expect(await failure(api.chair.silence.open({ ...opening(one), until: wall(1) }))).toMatchObject({
      fields: [{ path: 'until', key: 'silence.tooShort', params: { hours: 72 } }],
    });
    await test.worker.sql`update body set time_zone = 'Europe/Brussels' where id = ${one.body.id}`;
    const gap = { day: '2027-03-28', time: '02:30' };
    expect(await failure(api.chair.silence.open({ ...opening(one), until: gap }))).toMatchObject({
      fields: [{ path: 'until', key: 'silence.noSuchTime' }],
    });
    await test.worker.sql`update body set time_zone = 'UTC' where id = ${one.body.id}`;
    await api.chair.silence.open(opening(one));
    expect(await failure(api.chair.silence.open(opening(one)))).toMatchObject({
      messageKey: 'silence.begun',
    });
  });

  it('is opened by the chair, and announced by the secretariat too on an instruction that is kept', async () => {
    const one = await scene();
    const { api } = one;
    expect(await failure(api.head.silence.open(opening(one)))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(api.partner.silence.open(opening(one)))).toMatchObject({ code: 'FORBIDDEN' });
    expect(
      await failure(api.secretary.silence.open({ ...opening(one), instruction: 'By telephone, 9:00.' })),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(api.secretary.silence.announce(opening(one)))).toMatchObject({
      fields: [{ path: 'instruction' }],
    });
    await api.secretary.silence.announce({ ...opening(one), instruction: 'By telephone, 9:00.' });
    expect((await runOf(one))?.events[0]).toMatchObject({
      kind: 'announce',
      author: { onBehalf: true, said: { instruction: 'By telephone, 9:00.' } },
    });
    await api.outsider.silence.objectToMethod({
      commandId: newId(),
      silenceId: (await runOf(one))?.id ?? '',
      reason: 'At a meeting, please.',
    });
    expect((await runOf(one))?.state).toBe('withdrawn');
  });
});

describe('who acts for whom', () => {
  it('nobody without the power, nobody for another nation, no partner, nobody whose appointment ended', async () => {
    const one = await scene();
    const { api } = one;
    const { silenceId } = await api.chair.silence.open(opening(one));
    for (const who of ['desk', 'chair', 'secretary'] as const)
      expect(await failure(api[who].silence.break(breaking(silenceId))), who).toMatchObject({
        code: 'FORBIDDEN',
      });
    expect(await failure(api.partner.silence.break(breaking(silenceId)))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await failure(api.partner.silence.byText({ textId: one.text.id }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    const { eventId } = await api.ally.silence.break(breaking(silenceId));
    const foreign = { commandId: newId(), silenceId, breakId: eventId };
    expect(await failure(api.head.silence.lift(foreign))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(api.chair.silence.lift({ ...foreign, commandId: newId() }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    await test.worker
      .sql`update appointment set valid_until = now() where id = ${one.people.deputy.appointmentId}`;
    expect(await failure(api.deputy.silence.break(breaking(silenceId)))).toMatchObject({ code: 'NOT_FOUND' });
    await test.worker
      .sql`update appointment set valid_until = null where id = ${one.people.deputy.appointmentId}`;
  });

  it('a letter entered by the chair takes effect at once, and its nation confirms it', async () => {
    const one = await scene();
    const { api } = one;
    const { silenceId } = await api.chair.silence.open(opening(one));
    const letter = { ...breaking(silenceId), partyId: one.parties.out.id };
    const { eventId } = await api.chair.silence.enterLetter(letter);
    expect(await runOf(one)).toMatchObject({ state: 'broken', liveBreaks: 1 });
    const confirm = { silenceId, breakId: eventId };
    expect(await failure(api.head.silence.confirmLetter({ commandId: newId(), ...confirm }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    await api.outsider.silence.confirmLetter({ commandId: newId(), ...confirm });
    expect(
      await failure(api.outsider.silence.confirmLetter({ commandId: newId(), ...confirm })),
    ).toMatchObject({
      messageKey: 'silence.confirmed',
    });
  });

  it('is known to the chair alone where the body says so', async () => {
    const one = await scene();
    const { api } = one;
    await test.worker.sql`update body set breaks_named = false where id = ${one.body.id}`;
    const { silenceId } = await api.chair.silence.open(opening(one));
    const { eventId } = await api.ally.silence.break(breaking(silenceId));
    const seen = async (who: keyof typeof api) =>
      (await runOf(one, who))?.events.find(({ id }) => id === eventId)?.author?.nation?.id ?? null;
    expect(await seen('head')).toBeNull();
    expect((await runOf(one))?.state).toBe('broken');
    expect(JSON.stringify(await runOf(one))).not.toContain('Not these words.');
    expect(await seen('chair')).toBe(one.parties.cal.id);
    expect(await seen('ally')).toBe(one.parties.cal.id);
    await test.worker.sql`update body set breaks_named = true where id = ${one.body.id}`;
  });
});
