import type { EventsListSeed } from './types.ts';

const [EAST, WEST] = ['East table', 'West table'];
const TABLES = [EAST, WEST];
const planner = 'hqa-staff-4';

/** A supplier over two days, at two tables. */
export const slackTide: EventsListSeed = {
  exercise: 'ST26',
  storylines: ['The supplier', 'The ferry'],
  injects: [
    {
      ...{
        minute: 0,
        storyline: 0,
        objective: 0,
        move: 1,
        to: TABLES,
        responsible: planner,
        status: 'approved',
      },
      ...{ title: 'A letter from Timeline Ltd', from: 'Timeline Ltd', means: 'Letter' },
      text: 'We write to tell you that somebody unknown has had access to our systems since at least the spring. We keep the timetables of eleven ports, yours among them.',
      expected: 'They ask what was reached, and stop automatic updates.',
    },
    {
      ...{
        minute: 20,
        storyline: 0,
        objective: 0,
        move: 1,
        to: [EAST],
        after: 1,
        responsible: planner,
        status: 'approved',
      },
      ...{ title: 'The key that signs updates', from: 'Timeline Ltd', means: 'Telephone' },
      text: 'Between us: the key that signs our updates was on the same machine.',
      expected: 'They tell the other table at once, and do not keep it between them.',
    },
    {
      ...{
        minute: 40,
        storyline: 1,
        objective: 1,
        move: 1,
        to: [WEST],
        responsible: planner,
        status: 'approved',
      },
      ...{ title: 'The ferry asks for its slot', from: 'Ferry company', means: 'Mail' },
      text: 'Your timetable gives our berth to somebody else tonight. Is that meant?',
      expected: 'They check it against paper and ask the other table.',
    },
    {
      ...{
        minute: 55,
        storyline: 0,
        objective: 0,
        move: 1,
        to: TABLES,
        after: 1,
        trigger: 'answer' as const,
      },
      ...{
        title: 'May we stay your supplier?',
        from: 'Timeline Ltd',
        means: 'Letter',
        responsible: planner,
        status: 'approved',
      },
      text: 'We have installed everything anew. Please confirm by tonight that our contract stands.',
      expected: 'No confirmation tonight; conditions instead.',
    },
    {
      ...{
        minute: 75,
        storyline: 1,
        objective: 1,
        move: 2,
        to: TABLES,
        responsible: planner,
        status: 'approved',
      },
      ...{ title: 'A passenger writes', from: 'A passenger', means: 'Press' },
      text: '“They do not even know when their own ships leave.” It has been shared nine thousand times.',
      expected: 'The same two sentences from both tables.',
    },
    {
      ...{
        minute: 95,
        storyline: 0,
        objective: 0,
        move: 2,
        to: [EAST],
        after: 2,
        responsible: planner,
        status: 'approved',
      },
      ...{ title: 'An update arrives, signed', from: 'Timetable server', means: 'Screen' },
      text: 'Update 8.1 is ready. Signature: valid.',
      expected: 'They do not take the signature for proof.',
    },
    {
      ...{
        minute: 120,
        storyline: 1,
        objective: 1,
        move: 2,
        to: TABLES,
        responsible: planner,
        status: 'approved',
      },
      ...{ title: 'Situation report due', from: 'Headquarters', means: 'Inbox' },
      text: 'Send a situation report: what you decided about the supplier, and who said so.',
      expected: 'Two reports that agree.',
    },
    {
      ...{
        minute: 130,
        storyline: 0,
        objective: 0,
        move: 2,
        to: [WEST],
        trigger: 'hand' as const,
        responsible: planner,
      },
      ...{ title: 'Spare: the auditor', from: 'Auditor', means: 'Telephone', status: 'approved' },
      text: 'May I see the contract with Timeline Ltd, and who agreed to it?',
      expected: 'They find it. Or they notice that they cannot.',
    },
  ],
};
