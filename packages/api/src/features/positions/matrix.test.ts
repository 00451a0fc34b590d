import { newId } from '@concord/db/ids';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Api, failure } from '../../testing/consultation.ts';
import { type PositionScene, positionScene } from '../../testing/positions.ts';
import { createVersion } from '../../testing/texts.ts';

let s: PositionScene;
let api: PositionScene['api'];
beforeAll(async () => {
  s = await positionScene();
  api = s.api;
});
afterAll(() => s.test.close());
beforeEach(() => s.fresh());

const matrix = (who: Api, version?: number) => who.positions.matrix({ textId: s.at.text.id, version });
const code = (marks: { partyId: string; paragraphId: string | null; trouble: string }[] | undefined) => {
  const { nor, cal } = s.parties;
  const [first, second] = s.at.version.content.paragraphs;
  const nation = { [nor.id]: 'nor', [cal.id]: 'cal' };
  const place = { [first?.id ?? '']: '1', [second?.id ?? '']: '2' };
  return marks
    ?.map((one) => `${nation[one.partyId]} ${place[one.paragraphId ?? ''] ?? 'whole'} ${one.trouble}`)
    .sort();
};
const paragraph = (index: number) => s.at.version.content.paragraphs[index]?.id ?? '';
const reserve = (who: Api, paragraphIds: string[], more = {}) =>
  who.positions.reserve({
    ...{ commandId: newId(), textId: s.at.text.id, versionId: s.at.version.id, kind: 'scrutiny' as const },
    ...{ paragraphIds, words: '', expectedLift: null, ...more },
  });
const amend = (who: Api, paragraphId: string) =>
  who.texts.table({
    ...{ commandId: newId(), textId: s.at.text.id, base: s.at.version.number, kind: 'replace' as const },
    ...{ paragraphId, words: 'Allies may share.', reason: 'Shorter.' },
  });

it('shows which nation reserves and would amend which paragraph, and who joined', async () => {
  await reserve(api.head, [paragraph(0), paragraph(1)]);
  await reserve(api.ally, []);
  const { amendmentId } = await amend(api.ally, paragraph(1));
  await api.desk.texts.join({ commandId: newId(), amendmentId });
  const seen = await matrix(api.chair);
  expect(code(seen?.marks)).toEqual([
    ...['cal 2 amendment', 'cal whole reservation', 'nor 1 reservation', 'nor 2 amendment'],
    'nor 2 reservation',
  ]);
  expect(seen?.paragraphs.map((one) => one.number)).toEqual(['1', '2']);
  expect(seen?.nations.map((one) => one.mine).filter(Boolean)).toEqual([true]);
});

it('forgets what is lifted, withdrawn or of an older version', async () => {
  const { reservationId } = await reserve(api.head, [paragraph(0)]);
  const { amendmentId } = await amend(api.ally, paragraph(1));
  await api.head.positions.liftReservation({ commandId: newId(), reservationId });
  await api.ally.texts.withdraw({ commandId: newId(), amendmentId });
  await reserve(api.ally, [paragraph(1)]);
  expect(code((await matrix(api.head))?.marks)).toEqual(['cal 2 reservation']);
  await s.next(2);
  expect((await matrix(api.head))?.marks).toEqual([]);
  expect((await matrix(api.head, 1))?.marks).toHaveLength(1);
});

it('shows who keeps words of a bracket, as long as it stands', async () => {
  const [bracketId, optionId, other] = [newId(), newId(), newId()];
  const options = [
    { id: optionId, text: 'will' },
    { id: other, text: 'may' },
  ];
  const content = {
    paragraphs: [
      {
        ...{ id: newId(), kind: 'paragraph' as const },
        parts: [{ bracket: bracketId, kind: 'alternative' as const, options }],
      },
    ],
    note: '',
  };
  s.at.version = await createVersion(s.test, {
    ...{ text: s.at.text, number: 2, by: s.people.chair, marking: s.marking, content },
  });
  const keep = (party: { id: string }, option: string) => s.test.worker.sql`insert into bracket_holder
    (id, text_id, bracket_id, option_id, party_id, held_by, held_at) values
    (${newId()}, ${s.at.text.id}, ${bracketId}, ${option}, ${party.id}, ${s.people.chair.id}, now())`;
  await keep(s.parties.nor, optionId);
  await keep(s.parties.cal, other);
  expect(code((await matrix(api.ally))?.marks)).toEqual(['cal 1 bracket', 'nor 1 bracket']);
  await s.test.worker.sql`update body set amendments_named = false where id = ${s.body.id}`;
  expect(code((await matrix(api.ally))?.marks)).toEqual(['cal 1 bracket']);
  expect(code((await matrix(api.chair))?.marks)).toHaveLength(2);
  await s.test.worker.sql`update body set amendments_named = true where id = ${s.body.id}`;
});

it('says that there are amendments of nations it does not name, and whose only to them and the chair', async () => {
  await s.test.worker.sql`update body set amendments_named = false where id = ${s.body.id}`;
  await amend(api.ally, paragraph(0));
  expect(await matrix(api.head)).toMatchObject({ marks: [], unnamed: true });
  expect(await matrix(api.ally)).toMatchObject({ unnamed: false });
  expect(code((await matrix(api.chair))?.marks)).toEqual(['cal 1 amendment']);
  await s.test.worker.sql`update body set amendments_named = true where id = ${s.body.id}`;
});

it('is for those who sit in the body, and shows nothing that is marked past the reader', async () => {
  await reserve(api.head, [paragraph(0)], { marking: { level: 1, releasableTo: [s.parties.nor.id] } });
  expect(code((await matrix(api.chair))?.marks)).toEqual(['nor 1 reservation']);
  expect((await matrix(api.ally))?.marks).toEqual([]);
  expect(await matrix(api.partner)).toBeNull();
  expect(await failure(matrix(api.outsider))).toMatchObject({ code: 'NOT_FOUND' });
});

it('gives a form what it starts from, to the delegations alone', async () => {
  await s.take(api.head, 'agreeWithComment');
  await s.take(api.desk, 'agree', { prepareOnly: true });
  const forming = await api.desk.positions.forming({ textId: s.at.text.id });
  expect(forming).toMatchObject({
    ...{ version: 1, before: { stance: 'agree' }, may: { take: false, prepare: true }, silenceRuns: false },
    paragraphs: [{ number: '1', start: 'Allies will share.' }, { number: '2' }],
  });
  expect(forming.parties.map((one) => one.id).sort()).toEqual(
    [s.parties.nor.id, s.parties.cal.id, s.parties.partner.id].sort(),
  );
  for (const who of [api.chair, api.secretary, api.partner, api.outsider]) {
    expect(await failure(who.positions.forming({ textId: s.at.text.id }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  }
});
