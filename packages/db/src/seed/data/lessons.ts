/** What came after a demo exercise: what reached its team, what was seen, what follows, what people thought. */
export const afterLongWinter = {
  exercise: 'LW26',
  control: 'hqa-staff-4',
  director: 'hqa-secretary-epg',
  came: ['nor-staff-1', 'hqa-staff-2'],
  injects: [
    {
      minute: 0,
      title: 'Lights out in three capitals',
      text: 'Power fails at 14:02. Nobody says why.',
      answer: 'We ask the operators first, and say so to the press office.',
    },
    {
      minute: 35,
      title: 'A journalist has the list',
      text: 'A paper asks whether the list of hospitals without power is right.',
      answer: 'No comment until the duty officer has it from two sources.',
    },
    {
      minute: 80,
      title: 'The first claim',
      text: 'A group says on its page that it was them.',
      answer: null,
    },
  ],
  observations: [
    {
      by: 'nor-staff-1',
      kind: 'improve',
      group: 0,
      what: 'Three people answered the same journalist, and not the same way.',
    },
    {
      by: 'hqa-secretary-aac',
      kind: 'improve',
      group: 0,
      what: 'Nobody knew who may speak to the press before the duty officer is reached.',
    },
    {
      by: 'hqa-staff-2',
      kind: 'sustain',
      group: 1,
      what: 'The operators were called within ten minutes, from the list on the wall.',
    },
    {
      by: 'hqa-secretary-aac',
      kind: 'improve',
      group: 1,
      what: 'The claim was seen after forty minutes, by chance.',
    },
    {
      by: 'nor-staff-1',
      kind: 'sustain',
      group: null,
      what: 'One person kept the log from the first minute on.',
    },
  ],
  groups: ['Who speaks', 'What we knew, and when'],
  lessons: [
    {
      title: 'Name who speaks before anything has happened',
      issue: 'Three people answered the press, and not the same way.',
      cause: 'The duty plan names who decides, not who speaks.',
      proposal: 'A line in the duty plan, and a drill.',
      from: [0, 1],
      actions: [
        {
          what: 'Put the speaker of the day into the duty plan',
          owner: 'hqa-staff-4',
          dueInDays: -30,
          done: 'It stands in the plan since the spring.',
        },
        {
          what: 'Drill the first call from a journalist',
          owner: 'nor-staff-1',
          dueInDays: -20,
          done: 'Drilled with both shifts.',
        },
      ],
      learned: 'Shown at the drill: one voice, twice.',
    },
    {
      title: 'Look for claims on purpose',
      issue: 'A public claim was found after forty minutes, by chance.',
      cause: '',
      proposal: 'Somebody looks, from the first quarter of an hour on.',
      from: [3],
      actions: [
        {
          what: 'Write who looks where into the first-hour card',
          owner: 'nor-staff-1',
          dueInDays: 9,
          done: null,
        },
        { what: 'Add the card to the course on reporting', owner: 'hqa-staff-4', dueInDays: -3, done: null },
      ],
      learned: null,
    },
    {
      title: 'Keep one log',
      issue: 'The log helped everybody.',
      cause: '',
      proposal: '',
      from: [4],
      actions: [],
      learned: null,
    },
  ],
  survey: {
    title: { en: 'How was the afternoon?', fr: 'Qu’avez-vous pensé de l’après-midi ?' },
    scale: { en: 'Was it worth your time?', fr: 'Cela en valait-il la peine ?' },
    text: { en: 'What should be otherwise next time?', fr: 'Que faudrait-il changer la prochaine fois ?' },
    takers: ['nor-staff-1', 'hqa-staff-2', 'hqa-staff-4', 'hqa-secretary-aac'],
    answers: [
      { step: 5, words: 'More of the press.' },
      { step: 4, words: '' },
      { step: 4, words: 'Start earlier.' },
      { step: 3, words: '' },
    ],
  },
  summary:
    'The table found its operators quickly and its voice slowly. Two lessons follow; one has been learned since. The log that one person kept from the first minute is what this report rests on.',
} as const;
