import { personas } from '@concord/db/seed/data/personas';

/** A judgement of the demo: points in the order of the rubric, and remarks on words of the text. */
export type Judged = {
  outcome: 'pass' | 'return';
  points: readonly number[];
  comment: string;
  remarks: readonly { on: string; says: string }[];
};
/** Work of the demo, by who handed it in; without a judgement it waits. */
export type Handed = { by: string; daysAgo: number; text: string; judged?: Judged };

/** What a handover note is judged by. */
export const handoverRubric = [
  {
    key: 'what-happened',
    titles: { en: 'What happened', fr: 'Ce qui s’est passé' },
    points: 4,
    levels: [
      {
        points: 4,
        words: {
          en: 'Times, systems and people; what is known apart from what is guessed.',
          fr: 'Heures, systèmes et personnes ; le certain séparé du supposé.',
        },
      },
      {
        points: 2,
        words: {
          en: 'The order is clear, but a time is missing.',
          fr: 'L’ordre est clair, une heure manque.',
        },
      },
      {
        points: 0,
        words: {
          en: 'The reader has to ask you.',
          fr: 'Le lecteur doit vous appeler.',
        },
      },
    ],
  },
  {
    key: 'what-is-open',
    titles: { en: 'What is still open', fr: 'Ce qui reste ouvert' },
    points: 4,
    levels: [
      {
        points: 4,
        words: { en: 'Each task has a name and an hour.', fr: 'Chaque tâche a un nom et une heure.' },
      },
      {
        points: 2,
        words: { en: 'Tasks, but nobody to do them.', fr: 'Des tâches, mais personne pour les faire.' },
      },
    ],
  },
  {
    key: 'plain-words',
    titles: { en: 'Plain words', fr: 'Des mots simples' },
    points: 2,
    levels: [],
  },
];

const base = {
  ...{ text: true, files: false, minWords: 20, maxWords: 400, passMark: 60 },
  ...{
    dueAt: null,
    dueDays: null,
    late: 'accept',
    blind: false,
    secondMarker: false,
    rubric: handoverRubric,
  },
};

/** The assignments of the night watch. */
export const tasks = [
  {
    key: 'the-handover',
    titles: { en: 'The handover note', fr: 'La note de relève' },
    settings: { ...base, files: true, dueDays: 45 },
    texts: {
      en: [
        'Your night is over. Write the note that the day shift finds on the desk at 07:00.',
        '',
        '- Who reads it has ten minutes and did not hear the telephone.',
        '- Say what is known, what you think, and what you could not find out.',
        '- You may add a file: a sketch of the network, a table of times.',
      ].join('\n'),
      fr: [
        'Votre nuit est finie. Rédigez la note que l’équipe de jour trouve sur le bureau à 7 h 00.',
        '',
        '- Qui la lit a dix minutes et n’a pas entendu le téléphone.',
        '- Dites ce qui est certain, ce que vous pensez et ce que vous n’avez pas pu établir.',
        '- Vous pouvez joindre un fichier : un croquis du réseau, un tableau des heures.',
      ].join('\n'),
    },
  },
  {
    key: 'one-thing-to-change',
    titles: { en: 'One thing to change', fr: 'Une chose à changer' },
    settings: { ...base, blind: true, secondMarker: true },
    texts: {
      en: 'Name **one** thing in how nights are run that you would change, and what it would cost. Two people read it without your name.',
      fr: 'Nommez **une** chose que vous changeriez dans le déroulement des nuits, et ce que cela coûterait. Deux personnes vous lisent sans votre nom.',
    },
  },
] as const;

/** Work handed in: one piece that passed, one that came back to the learner of the tour, two that wait. */
export const handedIn: readonly Handed[] = [
  {
    by: personas.learner,
    daysAgo: 6,
    text: [
      'Quiet until about one. Then the file server at the port office began to answer slowly and the duty technician rang.',
      '',
      'We think somebody copied a lot of files. I asked for the cable to be pulled and that was done. The machine is still switched on, so that its memory can be read.',
      '',
      'Somebody should tell the port office before they open, and the logs need to be looked at.',
    ].join('\n'),
    judged: {
      outcome: 'return',
      points: [2, 1, 2],
      comment:
        'Easy to read, and you left the machine running. Give the day shift names and hours, then hand it in again.',
      remarks: [
        { on: 'about one', says: 'The telephone log has the minute: write 01:10.' },
        {
          on: 'We think somebody copied a lot of files.',
          says: 'What makes you think so? Say which part you saw yourself.',
        },
        { on: 'Somebody should tell the port office', says: 'Who, and by when?' },
      ],
    },
  },
  {
    by: 'hal-staff-3',
    daysAgo: 9,
    text: [
      '01:10 The duty technician of the port office rang: the file server answered in half a minute instead of at once. I saw the same on my own screen at 01:14.',
      '',
      '01:31 The network cable of that server was pulled on my word. It is still switched on. Known: a service account read 40,000 files between 00:20 and 01:30. Guessed: that the account was used from outside; I could not reach the firewall logs.',
      '',
      'Open: the response team reads the memory (called, arrives 07:30). The day officer tells the port office before it opens at 08:00.',
    ].join('\n'),
    judged: {
      outcome: 'pass',
      points: [4, 4, 2],
      comment: 'The day shift can begin at once. Nothing to add.',
      remarks: [{ on: 'Guessed:', says: 'This one word saves the day shift an hour.' }],
    },
  },
  {
    by: 'nct-staff-1',
    daysAgo: 3,
    text: [
      'At ten past one the port office reported a slow file server. Twenty minutes later I had its cable pulled; the technician, Ms Aalto of the port office, can say where it was plugged in.',
      '',
      'The response team knows and comes at half past seven. Please ring the port office before eight, and look at the firewall logs first: I had no access to them.',
    ].join('\n'),
  },
  {
    by: 'mel-staff-2',
    daysAgo: 1,
    text: [
      'À 1 h 10, le technicien du bureau du port signale un serveur de fichiers très lent. À 1 h 31, le câble réseau est débranché ; la machine reste allumée pour que sa mémoire puisse être lue.',
      '',
      'Reste à faire : prévenir le bureau du port avant 8 h (officier de jour) ; lire les journaux du pare-feu (équipe de réponse, attendue à 7 h 30).',
    ].join('\n'),
  },
];
