import { newId } from '@concord/db/ids';
import { createAppointment, createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, failure } from '../../testing/consultation.ts';
import { type PositionScene, positionScene } from '../../testing/positions.ts';
import { MOST_NOTES } from './schemas.ts';

let s: PositionScene;
let api: PositionScene['api'];
beforeAll(async () => {
  s = await positionScene();
  api = s.api;
});
afterAll(() => s.test.close());
beforeEach(() => s.fresh());

type Write = Parameters<Api['margin']['write']>[0];
const write = (who: Api, more: Partial<Write> = {}) =>
  who.margin.write({
    ...{
      commandId: newId(),
      textId: s.at.text.id,
      paragraphId: null,
      words: 'We can live with “intend to”.',
    },
    ...more,
  });
const change = (who: Api, noteId: string, words = 'We cannot.') =>
  who.margin.change({ commandId: newId(), noteId, words });
const remove = (who: Api, noteId: string) => who.margin.remove({ commandId: newId(), noteId });
const notes = async (who: Api) => (await who.margin.byText({ textId: s.at.text.id }))?.notes;
const first = () => s.at.version.content.paragraphs[0]?.id ?? '';

describe('the margin', () => {
  it('is written beside a paragraph or the whole text, and read by the own delegation with the writer’s name', async () => {
    await write(api.desk, { paragraphId: first(), words: 'Prefer “will”.' });
    await write(api.head);
    for (const who of [api.head, api.deputy, api.desk]) {
      expect(await notes(who)).toMatchObject([
        { paragraphId: first(), words: 'Prefer “will”.', by: 'Pelle Varga', changedAt: null },
        { paragraphId: null, by: 'Hedda Varga' },
      ]);
    }
  });

  it('is changed by whoever wrote a note, and taken away by them or the head', async () => {
    const [mine, heads] = [await write(api.desk), await write(api.head)];
    expect(await failure(change(api.head, mine.noteId))).toMatchObject({ messageKey: 'margin.notYours' });
    expect(await failure(remove(api.desk, heads.noteId))).toMatchObject({ messageKey: 'margin.notYours' });
    await change(api.desk, mine.noteId);
    const [seen] = (await notes(api.deputy)) ?? [];
    expect(seen).toMatchObject({ words: 'We cannot.', may: { change: false, remove: false } });
    expect(seen?.changedAt).not.toBeNull();
    await remove(api.head, mine.noteId);
    expect(await notes(api.desk)).toHaveLength(1);
    expect(await failure(change(api.desk, mine.noteId))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(remove(api.desk, mine.noteId))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('needs words, a paragraph of the newest version, and room', async () => {
    expect(await failure(write(api.desk, { words: '  ' }))).toMatchObject({ code: 'BAD_REQUEST' });
    expect(await failure(write(api.desk, { paragraphId: newId() }))).toMatchObject({
      fields: [{ path: 'paragraphId', key: 'margin.paragraph' }],
    });
    await s.test.owner.sql`insert into margin_note (id, text_id, party_id, sealed, written_by, written_at)
      select gen_random_uuid(), ${s.at.text.id}, ${s.parties.nor.id}, 'x', ${s.people.desk.id}, now()
      from generate_series(1, ${MOST_NOTES})`;
    expect(await failure(write(api.desk))).toMatchObject({ messageKey: 'margin.full' });
  });

  it('written twice with one command is one note', async () => {
    const commandId = newId();
    expect(await write(api.desk, { commandId })).toEqual(await write(api.desk, { commandId }));
    expect(await notes(api.head)).toHaveLength(1);
  });
});

describe('nobody else', () => {
  it('reads, writes, changes or takes away: no other nation, chair, secretariat, partner or administrator', async () => {
    const { noteId } = await write(api.desk);
    expect(await notes(api.ally)).toEqual([]);
    for (const who of [api.chair, api.secretary, api.partner]) {
      expect(await who.margin.byText({ textId: s.at.text.id })).toBeNull();
      expect(await failure(write(who))).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await failure(notes(api.outsider))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(write(api.outsider))).toMatchObject({ code: 'NOT_FOUND' });
    const admin = await createPerson(s.test, {
      party: s.parties.nor,
      level: 1,
      appointments: [{ role: 'administrator', scope: 'alliance' }],
    });
    const administrator = await callerAs(s.test, admin, { strength: 2 });
    expect(await failure(notes(administrator))).toMatchObject({ code: 'NOT_FOUND' });
    for (const who of [api.ally, api.chair, api.secretary, api.partner, api.outsider, administrator]) {
      expect(await failure(change(who, noteId))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await failure(remove(who, noteId))).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await failure(notes(await callerAs(s.test, null)))).toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('reads on after an appointment ended, in the middle of a session', async () => {
    const person = await createPerson(s.test, { party: s.parties.nor, level: 1 });
    const held = await createAppointment(s.test, person, {
      ...{ role: 'delegate', scope: 'body', scopeId: s.body.id },
    });
    const caller = await callerAs(s.test, person);
    const commandId = newId();
    const { noteId } = await write(caller, { commandId });
    expect(await notes(caller)).toHaveLength(1);
    await s.test.worker.sql`update appointment set valid_until = clock_timestamp() where id = ${held.id}`;
    expect(await failure(notes(caller))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(write(caller, { commandId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(change(caller, noteId))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of the own nation reads it without a seat, or with a lower attestation than the text', async () => {
    await write(api.desk);
    const nor = s.parties.nor;
    const unseated = await callerAs(s.test, await createPerson(s.test, { party: nor, level: 1 }));
    expect(await failure(notes(unseated))).toMatchObject({ code: 'NOT_FOUND' });
    const seat = { role: 'delegate', scope: 'body', scopeId: s.body.id } as const;
    const low = await createPerson(s.test, { party: nor, level: 0, appointments: [seat] });
    expect(await failure(notes(await callerAs(s.test, low)))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('learns that there is a note: not by live events, the record, search, counts or the worker', async () => {
    await s.test.worker.sql`delete from live_event`;
    const { noteId } = await write(api.desk, { words: 'Zephyrwort on no account.' });
    await change(api.desk, noteId, 'Zephyrwort perhaps.');
    const heard = await s.test.worker.sql`select distinct person_id, payload from live_event`;
    const { head, deputy, desk } = s.people;
    expect(heard.map((row) => row.person_id).sort()).toEqual([head.id, deputy.id, desk.id].sort());
    expect(heard[0]?.payload).toEqual({ textId: s.at.text.id });
    const admin = await createPerson(s.test, {
      party: await createParty(s.test),
      appointments: [{ role: 'administrator', scope: 'alliance' }],
    });
    const administrator = await callerAs(s.test, admin, { strength: 2 });
    for (const who of [administrator, api.ally, api.chair, api.desk]) {
      const { entries } = await who.record.list({});
      expect(entries.filter((entry) => entry.action.startsWith('margin.'))).toEqual([]);
    }
    for (const who of [api.ally, api.chair, api.head]) {
      const { results } = await who.search.contributions({ query: 'Zephyrwort' });
      expect(results).toEqual([]);
    }
    await expect(s.test.worker.sql`select 1 from margin_note`).rejects.toThrow(/permission denied/);
  });

  it('finds words of it in the table: they lie under a key of the text and the nation', async () => {
    const { noteId } = await write(api.desk, { words: 'Zephyrwort.' });
    const [row] = await s.test.owner.sql`select sealed from margin_note where id = ${noteId}`;
    expect(String(row?.sealed)).not.toContain('Zephyrwort');
    await remove(api.desk, noteId);
    const [gone] = await s.test.owner.sql`select sealed, removed_at from margin_note where id = ${noteId}`;
    expect(gone?.removed_at).not.toBeNull();
    expect(gone?.sealed.length).toBeLessThan(row?.sealed.length);
  });
});
