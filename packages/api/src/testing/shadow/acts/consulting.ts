import { words } from '../../text-scene.ts';
import type { Api, World } from '../worlds.ts';
import { type Act, act, bring, command, idOf, only } from './act.ts';

const cables = (world: World) =>
  idOf(world, `select id from text where title = 'Declaration on undersea cable resilience'`);
const newest = (world: World, textId: string) =>
  idOf(world, `select id from text_version where text_id = '${textId}' order by number desc limit 1`);
const openThread = (world: World) => idOf(world, `select id from thread where title like '%version 3'`);

const saying = async (world: World, by: Api, text: string, more: object = {}) => {
  const threadId = await openThread(world);
  return by.contributions.contribute({ ...command(), threadId, text, ...more });
};

/** Words among which one part is for Nordmark alone, or the same without it. */
const portion: Act = {
  what: 'portion',
  told: [['nor-delegate', 'zephyr-portion']],
  within: async (world) => {
    const text = 'Before it.\n\n:::R NOR\nzephyr-portion\n:::\n\nAfter it.';
    await saying(world, await world.as('nor-delegate'), text);
  },
  without: async (world) => saying(world, await world.as('nor-delegate'), 'Before it.\n\nAfter it.'),
};

/** An entry for one's own nation, with a file and a mention, changed and asked to be opened wider. */
const contribution: Act = {
  what: 'contribution, file and notification',
  told: [
    ['nor-delegate', 'zephyr-contribution'],
    ['nor-delegate', 'zephyr-file.txt'],
    ['nor-head', 'mention'],
  ],
  within: async (world) => {
    const [by, threadId, marking] = [
      await world.as('nor-delegate'),
      await openThread(world),
      await only(world, 1, 'NOR'),
    ];
    const text = `zephyr-contribution @[Torvald Halvorsen](person:${world.person('nor-head').id})`;
    const fileIds = [await bring(world, 'nor-delegate', 'zephyr-file.txt')];
    const { contributionId } = await saying(world, by, text, { marking, fileIds });
    await by.contributions.edit({ ...command(), contributionId, revision: 1, text: `${text}!` });
    const wider = { marking: await only(world, 1, 'NOR', 'CAL'), reason: 'Zephyr.' };
    await by.threads.askWider({ ...command(), threadId, contributionId, ...wider });
  },
};

const entries: Act[] = [
  act('thread', async (world, by) =>
    by.threads.start({
      ...{ ...command(), bodyCode: 'CCD', title: 'zephyr-thread', needToKnow: { kind: 'body' } },
      marking: await only(world, 1, 'NOR', 'CAL'),
    }),
  ),
  portion,
  contribution,
];

const ofTexts: Act[] = [
  act(
    'text',
    async (world, by) => {
      const marking = await only(world, 1, 'NOR', 'HQA');
      const { textId } = await by.texts.create({
        ...{ ...command(), bodyCode: 'CCD', title: 'zephyr-text', reference: 'Z/1', withThread: true },
        marking,
      });
      const paragraphs = [words('zephyr-version'), words('Other words.')];
      const input = { ...command(), textId, base: 0, paragraphs, note: '', kept: [], takesIn: [] };
      const { versionId } = await by.texts.makeVersion(input);
      const nor = await world.as('nor-delegate');
      const about = { textId, versionId, words: 'Zephyr.', marking };
      await nor.positions.take({ ...command(), ...about, stance: 'cannotAccept' });
      await nor.texts.table({
        ...{ ...command(), textId, base: 1, kind: 'replace', paragraphId: paragraphs[0]?.id ?? null },
        ...{ words: 'Zephyr words.', reason: 'Zephyr.' },
      });
    },
    { by: 'hqa-chair-ccd' },
  ),
  act('amendment', async (world, by) => {
    const textId = await cables(world);
    const paragraphId = await idOf(
      world,
      `select paragraph_id as id from paragraph_standing where text_id = '${textId}' limit 1`,
    );
    const base = Number(
      await idOf(world, `select max(number) as id from text_version where text_id = '${textId}'`),
    );
    await by.texts.table({
      ...{ ...command(), textId, base, kind: 'replace', paragraphId, reason: 'Zephyr.' },
      ...{ words: 'zephyr-amendment', marking: await only(world, 1, 'NOR') },
    });
  }),
  act('margin', async (world, by) => {
    const textId = await cables(world);
    await by.margin.write({ ...command(), textId, paragraphId: null, words: 'zephyr-margin' });
  }),
];

const ofNations: Act[] = [
  act('position', async (world, by) => {
    const textId = await cables(world);
    const about = { textId, versionId: await newest(world, textId), marking: await only(world, 1, 'NOR') };
    await by.positions.take({ ...command(), ...about, stance: 'cannotAccept', words: 'zephyr-position' });
  }),
  act('reservation', async (world, by) => {
    const textId = await cables(world);
    const about = { textId, versionId: await newest(world, textId), marking: await only(world, 1, 'NOR') };
    await by.positions.reserve({
      ...{ ...command(), ...about, kind: 'scrutiny', paragraphIds: [], words: 'zephyr-reservation' },
      ...{ expectedLift: null, breaksSilence: false },
    });
  }),
  act('statement', async (world, by) => {
    const textId = await cables(world);
    const about = { textId, versionId: await newest(world, textId), marking: await only(world, 1, 'NOR') };
    await by.positions.state({ ...command(), ...about, kind: 'explanation', words: 'zephyr-statement' });
  }),
];

/** A meeting, as everybody of the body reads it. */
async function meetingOf(
  by: Api,
  title: string,
  marking: { level: number; releasableTo: string[] | ['ALLIES'] },
) {
  const facts = { title, startsAt: '2090-01-01T12:00:00Z', endsAt: '2090-01-01T13:00:00Z' };
  const { meetingId } = await by.meetings.plan({ ...command(), bodyCode: 'CCD', ...facts, marking });
  const item = { meetingId, itemId: null, title: 'First', wanted: 'note' as const };
  await by.meetings.saveItem({ ...command(), ...item });
  await by.meetings.publish({ ...command(), meetingId });
  return meetingId;
}
const openMeeting = async (world: World) =>
  meetingOf(await world.as('hqa-chair-ccd'), 'Everybody', { level: 0, releasableTo: ['ALLIES'] });

/** An item of the agenda with a paper, between what everybody reads; or the meeting without it. */
const item: Act = {
  what: 'agenda item and paper',
  told: [
    ['nor-delegate', 'zephyr-item'],
    ['nor-delegate', 'zephyr-paper.txt'],
  ],
  without: openMeeting,
  within: async (world) => {
    const [by, meetingId] = [await world.as('hqa-chair-ccd'), await openMeeting(world)];
    const { itemId } = await by.meetings.saveItem({
      ...{ ...command(), meetingId, itemId: null, title: 'zephyr-item', wanted: 'note' },
      marking: await only(world, 1, 'NOR', 'HQA'),
    });
    const fileIds = [await bring(world, 'hqa-chair-ccd', 'zephyr-paper.txt')];
    await by.meetings.attach({ ...command(), meetingId, itemId, fileIds });
  },
};

const ofMeetings: Act[] = [
  item,
  act('meeting', async (world, by) => meetingOf(by, 'zephyr-meeting', await only(world, 1, 'NOR', 'HQA')), {
    reader: 'hqa-chair-ccd',
  }),
];

/** A decision of a body in which nobody of those who ask sits: members read its number. */
const decision = act(
  'decision',
  async (world, by) => {
    const members = ['CAL', 'ESK', 'HVN', 'ISK', 'LYS', 'MEL', 'NOR', 'PEL', 'QUA', 'SOL', 'ULV', 'VES'];
    const marking = await only(world, 1, 'HQA', ...members);
    const about = { bodyCode: 'SCG', title: 'zephyr-decision', reference: 'Z/2', withThread: false };
    const { textId } = await by.texts.create({ ...command(), ...about, marking });
    const input = { textId, base: 0, paragraphs: [words('Agreed.')], note: '', kept: [], takesIn: [] };
    const { versionId } = await by.texts.makeVersion({ ...command(), ...input });
    const heldOn = new Date().toISOString().slice(0, 10);
    const held = { heldOn, place: 'Room 3', note: '', letGaps: false };
    await by.decisions.adopt({ ...command(), textId, versionId, ...held });
  },
  { reader: 'hqa-chair-scg' },
);

/** What delegations do among themselves, of which no administrator and no nation outside learns. */
export const consulting: readonly Act[] = [...entries, ...ofTexts, ...ofNations, ...ofMeetings, decision];
