import type { InjectStatus, InjectTrigger } from '../../enums.ts';

/** An inject of a demo exercise; numbers count from 1 in the order of the list. */
export type InjectSeed = {
  minute: number;
  /** The place of its storyline and its objective in their lists; null for none. */
  storyline: number | null;
  objective: number | null;
  move: number;
  to: string[];
  title: string;
  text: string;
  expected: string;
  from: string;
  means: string;
  attention?: string;
  after?: number;
  trigger?: InjectTrigger;
  responsible?: string;
  status?: InjectStatus;
};

export type EventsListSeed = { exercise: string; storylines: string[]; injects: InjectSeed[] };

const [NORTH, SOUTH] = ['North quay', 'South quay'];
const BOTH = [NORTH, SOUTH];
const [EAST, WEST] = ['East table', 'West table'];
const TABLES = [EAST, WEST];
const [planner, control] = ['hqa-staff-4', 'hqa-staff-3'];
const h = (hours: number, minutes = 0) => hours * 60 + minutes;

/** What happens in the demo exercises: a harbour over five days, and a supplier over two. All of it is made up. */
export const eventsLists: readonly EventsListSeed[] = [
  {
    exercise: 'QH27',
    storylines: ['The cranes', 'The tide gauges', 'The mail', 'The press'],
    injects: [
      {
        ...{ minute: 0, storyline: null, objective: 0, move: 1, to: BOTH, responsible: control },
        ...{ title: 'The exercise begins', from: 'Exercise control', means: 'Inbox', status: 'approved' },
        text: 'Good morning. From now on you are the watch of Vardehavn. Everything that reaches you here is play. Tell control the name of whoever leads your watch.',
        expected: 'Each team acknowledges and names its leader within a quarter of an hour.',
      },
      {
        ...{ minute: h(0, 35), storyline: 0, objective: 0, move: 1, to: [NORTH], responsible: control },
        ...{ title: 'Crane 4 stops by itself', from: 'Crane driver', means: 'Telephone', status: 'approved' },
        text: 'Crane 4 has stopped with a container in the air. The screen says “maintenance window”. Nobody here has ordered any.',
        expected: 'They secure the load first, note the time, and ask the maintenance firm.',
      },
      {
        ...{
          minute: h(0, 50),
          storyline: 0,
          objective: 0,
          move: 1,
          to: [NORTH],
          after: 2,
          responsible: control,
        },
        ...{
          title: 'The maintenance firm knows of nothing',
          from: 'Maintenance firm',
          means: 'Mail',
          status: 'approved',
        },
        text: 'We have no window planned this month. Our technician’s account signed in at 05:12 from an address we do not know.',
        expected: 'They treat it as an incident and tell Allies within the hour.',
      },
      {
        ...{ minute: h(1, 10), storyline: 1, objective: 0, move: 1, to: [SOUTH], responsible: control },
        ...{
          title: 'A gauge shows half a metre too much',
          from: 'Pilot station',
          means: 'Radio',
          status: 'approved',
        },
        ...{ attention: 'Watch officer' },
        text: 'Gauge 2 reads 50 cm above the mark we can see with our own eyes. Which one do we believe?',
        expected: 'They take the gauge out of use and tell the pilots how.',
      },
      {
        ...{
          minute: h(1, 45),
          storyline: 0,
          objective: 1,
          move: 1,
          to: BOTH,
          after: 3,
          trigger: 'answer' as const,
        },
        ...{
          title: 'A second crane stops',
          from: 'Crane driver',
          means: 'Telephone',
          responsible: control,
          status: 'approved',
        },
        text: 'Crane 7 has stopped the same way. Do we switch all of them off? Who says so?',
        expected: 'The two quays decide together, and one of them says it.',
      },
      {
        ...{ minute: h(2, 30), storyline: 3, objective: 1, move: 1, to: [NORTH], responsible: planner },
        ...{
          title: 'A reporter asks about the cranes',
          from: 'Varde Courier',
          means: 'Telephone',
          status: 'approved',
        },
        ...{ attention: 'Press officer' },
        text: 'I hear that your cranes have been hacked. Is that so? We print in an hour.',
        expected: 'They say what is known, name who speaks, and promise when they speak again.',
      },
      {
        ...{
          minute: h(3),
          storyline: null,
          objective: 0,
          move: 1,
          to: BOTH,
          responsible: planner,
          status: 'approved',
        },
        ...{ title: 'Situation report due', from: 'Headquarters', means: 'Inbox' },
        text: 'Send a situation report: what happened, what you did, what you need.',
        expected: 'One report from each team, in time and in the form.',
      },
      {
        ...{
          minute: h(4, 20),
          storyline: 1,
          objective: 0,
          move: 1,
          to: [SOUTH],
          after: 4,
          responsible: control,
        },
        ...{ title: 'Gauge 5 differs too', from: 'Pilot station', means: 'Radio', status: 'approved' },
        text: 'Gauge 5 now shows the same half metre. The two come from the same maker.',
        expected: 'They see that the maker’s update is common to both, and tell the other quay.',
      },
      {
        ...{
          minute: h(5, 15),
          storyline: 3,
          objective: 1,
          move: 1,
          to: BOTH,
          after: 6,
          responsible: planner,
        },
        ...{ title: 'The Courier’s headline', from: 'Varde Courier', means: 'Press', status: 'ready' },
        text: '“Cranes in strange hands: harbour silent.”',
        expected: 'They agree on one answer for both quays before anybody gives one.',
      },
      {
        ...{
          minute: h(22),
          storyline: 2,
          objective: 2,
          move: 2,
          to: BOTH,
          responsible: planner,
          status: 'approved',
        },
        ...{ title: 'Mail is slow', from: 'Computer department', means: 'Telephone' },
        text: 'Messages take an hour. We are looking into it. Please use mail sparingly.',
        expected: 'They agree on another way to reach each other before it is needed.',
      },
      {
        ...{
          minute: h(22, 40),
          storyline: 2,
          objective: 2,
          move: 2,
          to: BOTH,
          after: 10,
          responsible: planner,
        },
        ...{ title: 'Mail is off', from: 'Computer department', means: 'Telephone', status: 'approved' },
        text: 'We have switched mail off. Somebody was sending in your names. It stays off today.',
        expected: 'They work by telephone and runner, and write down what was said.',
      },
      {
        ...{
          minute: h(23, 30),
          storyline: 2,
          objective: 2,
          move: 2,
          to: [SOUTH],
          after: 11,
          responsible: control,
        },
        ...{
          title: 'A message in the harbour master’s name',
          from: 'Shipping agent',
          means: 'Fax',
          status: 'approved',
        },
        text: 'We received this from you last night: “All ships may enter by themselves.” Is it still valid?',
        expected: 'They withdraw it by a way the agent can trust, and look for others who received it.',
      },
      {
        ...{
          minute: h(24, 15),
          storyline: 0,
          objective: 1,
          move: 2,
          to: [NORTH],
          responsible: control,
          status: 'approved',
        },
        ...{ title: 'The driver wants to go home', from: 'Crane driver', means: 'In person' },
        text: 'My shift ended two hours ago. Is crane 4 yours now or the firm’s?',
        expected: 'They decide who owns the crane, and say so in writing.',
      },
      {
        ...{
          minute: h(25),
          storyline: null,
          objective: 0,
          move: 2,
          to: BOTH,
          responsible: planner,
          status: 'approved',
        },
        ...{ title: 'Situation report due', from: 'Headquarters', means: 'Inbox' },
        text: 'Send a situation report. Mail is still off.',
        expected: 'The report comes by the way they agreed on.',
      },
      {
        ...{
          minute: h(27),
          storyline: 1,
          objective: 1,
          move: 2,
          to: [NORTH, SOUTH],
          after: 8,
          responsible: control,
        },
        ...{ title: 'A ship touches the ground', from: 'Pilot station', means: 'Radio', status: 'ready' },
        text: 'The coaster Ingrid touched bottom at berth 3. Nobody is hurt. She trusted the gauge.',
        expected: 'They close the berth and tell whoever else may trust a gauge.',
      },
      {
        ...{
          minute: h(28),
          storyline: 3,
          objective: 1,
          move: 2,
          to: [SOUTH],
          after: 15,
          responsible: planner,
        },
        ...{ title: 'The ship’s owner calls', from: 'Shipping company', means: 'Telephone', status: 'draft' },
        ...{ attention: 'Legal adviser' },
        text: 'Who pays? Your gauge was wrong and you knew it since yesterday.',
        expected: 'They note the call, promise nothing, and bring the legal adviser in.',
      },
      {
        ...{
          minute: h(46),
          storyline: 0,
          objective: 0,
          move: 3,
          to: [NORTH],
          after: 13,
          responsible: control,
        },
        ...{
          title: 'The firm has found the way in',
          from: 'Maintenance firm',
          means: 'Sealed letter',
          status: 'ready',
        },
        text: 'The account was used through our remote maintenance. Five other harbours have the same access.',
        expected: 'They tell the five harbours’ nations within the hour.',
      },
      {
        ...{
          minute: h(47),
          storyline: 0,
          objective: 0,
          move: 3,
          to: BOTH,
          after: 17,
          trigger: 'answer' as const,
        },
        ...{
          title: 'An Ally asks what to look for',
          from: 'Ally’s watch',
          means: 'Inbox',
          responsible: control,
          status: 'ready',
        },
        text: 'Thank you for the warning. What exactly should we look for, and since when?',
        expected: 'They give times and traces that can be searched for, with a marking.',
      },
      {
        ...{
          minute: h(48),
          storyline: null,
          objective: 0,
          move: 3,
          to: BOTH,
          responsible: planner,
          status: 'ready',
        },
        ...{ title: 'Situation report due', from: 'Headquarters', means: 'Inbox' },
        text: 'Send a situation report.',
        expected: 'It names what is confirmed and what is supposed.',
      },
      {
        ...{
          minute: h(49, 30),
          storyline: 3,
          objective: 1,
          move: 3,
          to: BOTH,
          after: 9,
          responsible: planner,
        },
        ...{ title: 'A minister visits', from: 'Ministry', means: 'Telephone', status: 'draft' },
        text: 'The minister is at the east gate in forty minutes and will speak to the press there.',
        expected: 'One page for the minister that both quays stand by.',
      },
      {
        ...{
          minute: h(70),
          storyline: 0,
          objective: 1,
          move: 4,
          to: [NORTH],
          after: 17,
          responsible: control,
        },
        ...{
          title: 'May the cranes run again?',
          from: 'Harbour master',
          means: 'In person',
          status: 'draft',
        },
        text: 'Every hour costs. Tell me what must be true before I let them run, and who signs it.',
        expected: 'A short list of conditions, and a name.',
      },
      {
        ...{
          minute: h(71),
          storyline: 1,
          objective: 1,
          move: 4,
          to: [SOUTH],
          after: 15,
          responsible: control,
        },
        ...{
          title: 'The maker offers a new update',
          from: 'Maker of the gauges',
          means: 'Mail',
          status: 'draft',
        },
        text: 'Our update of tonight corrects the values. It installs itself at 18:00 unless you refuse.',
        expected: 'They refuse it until it has been looked at, and tell the others to.',
      },
      {
        ...{
          minute: h(72),
          storyline: null,
          objective: 0,
          move: 4,
          to: BOTH,
          responsible: planner,
          status: 'draft',
        },
        ...{ title: 'Situation report due', from: 'Headquarters', means: 'Inbox' },
        text: 'Send a situation report, and what you would do again.',
        expected: 'The report, and one sentence on what they learnt.',
      },
      {
        ...{ minute: h(73), storyline: 2, objective: null, move: 4, to: [SOUTH], trigger: 'hand' as const },
        ...{ title: 'Spare: a burst pipe', from: 'Caretaker', means: 'In person', status: 'ready' },
        text: 'There is water in the server room. It is only water, but it is warm.',
        expected: 'For a team that has nothing to do. They do not take it for an attack.',
      },
      {
        ...{
          minute: h(74),
          storyline: null,
          objective: 0,
          move: 4,
          to: BOTH,
          responsible: control,
          status: 'approved',
        },
        ...{ title: 'The exercise ends', from: 'Exercise control', means: 'Inbox' },
        text: 'Stop. Thank you. What stands open stays open. Bring your notes to the hot wash.',
        expected: 'Each team acknowledges.',
      },
    ],
  },
  {
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
  },
];
