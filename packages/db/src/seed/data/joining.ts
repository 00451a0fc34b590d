import type { LanguageLevel } from '../../enums.ts';

type Words = { en: string; fr: string };

/** A demo sheet of joining instructions: for a role and a team by their place in the exercise, or for everybody. */
export type SheetSeed = {
  exercise: string;
  role: number | null;
  team: string | null;
  place: string;
  /** So many hours before the exercise begins. */
  hoursBefore: number | null;
  contact: string;
  text: Words;
  sent: boolean;
};

export const sheets: readonly SheetSeed[] = [
  {
    ...{
      exercise: 'QH27',
      role: null,
      team: null,
      place: 'East gate, Vardehavn',
      hoursBefore: 6,
      sent: true,
    },
    contact: 'Harbour desk, +47 00 00 00 00',
    text: {
      en: 'Come to the east gate with the code on this page. Laptops stay outside; telephones too. Lunch is in the hall on the quay.',
      fr: 'Présentez-vous à la porte est avec le code de cette page. Les ordinateurs portables restent dehors, les téléphones aussi. Le déjeuner est servi dans la salle du quai.',
    },
  },
  {
    ...{ exercise: 'QH27', role: 0, team: 'North quay', place: 'Warehouse 4, upper floor', hoursBefore: 5 },
    ...{ contact: 'Watch officer, North quay', sent: true },
    text: {
      en: 'Your desks are by the windows. The first briefing is standing; bring the pocket card of the harbour plan.',
      fr: 'Vos bureaux sont près des fenêtres. Le premier point se tient debout ; apportez la fiche de poche du plan du port.',
    },
  },
  {
    ...{ exercise: 'QH27', role: 1, team: null, place: 'Control room', hoursBefore: 8, sent: false },
    contact: 'Exercise director',
    text: {
      en: 'Control meets the evening before to walk through the first day.',
      fr: 'La conduite se réunit la veille au soir pour parcourir le premier jour.',
    },
  },
  {
    ...{ exercise: 'ST26', role: null, team: null, place: 'Headquarters, rooms 2 and 3', hoursBefore: null },
    ...{ contact: '', sent: true },
    text: {
      en: 'Sit down at your table and open its inbox. What comes there is play.',
      fr: 'Installez-vous à votre table et ouvrez sa boîte de réception. Ce qui y arrive fait partie du jeu.',
    },
  },
  {
    ...{ exercise: 'IL26', role: null, team: null, place: '', hoursBefore: null, contact: '', sent: true },
    text: {
      en: 'Your team’s room is on its page. Everything in the inbox is play.',
      fr: 'La salle de votre équipe figure sur sa page. Tout ce qui arrive dans la boîte fait partie du jeu.',
    },
  },
];

/** The language a role is played in, by exercise and the role's place in it. */
export const playedIn = [
  { exercise: 'QH27', role: 1, language: 'en', level: 'B2' },
] as const satisfies readonly { exercise: string; role: number; language: string; level: LanguageLevel }[];

/** What people say they work in. */
export const spoken: Readonly<Record<string, Readonly<Record<string, LanguageLevel>>>> = {
  'hqa-staff-3': { en: 'C1', fr: 'B2' },
  'hqa-staff-2': { en: 'B1', fr: 'C2' },
  'nor-staff-1': { en: 'C1', no: 'C2' },
  'nor-staff-2': { en: 'B2' },
  'gal-staff-2': { fr: 'C2', en: 'B2' },
};

/** A document of a demo exercise: for whom, and each version's words. */
export type DocumentSeed = {
  exercise: string;
  title: string;
  file: string;
  audience: 'staff' | 'holders' | 'all';
  versions: { note: string; words: string }[];
};

export const documents: readonly DocumentSeed[] = [
  {
    ...{ exercise: 'QH27', title: 'Plan of the harbour', file: 'harbour-plan.txt', audience: 'all' },
    versions: [
      { note: '', words: 'Quays 1 to 6, cranes, gauges. The harbour and everything in it is made up.\n' },
      {
        note: 'Quay 6 is closed',
        words: 'Quays 1 to 5, cranes, gauges. Quay 6 is closed for the exercise.\n',
      },
    ],
  },
  {
    ...{ exercise: 'QH27', title: 'Who plans what until the main conference', file: 'tasks.txt' },
    ...{ audience: 'staff', versions: [{ note: '', words: 'Storylines: control. Rooms: planner.\n' }] },
  },
];

/** Who has come to an exercise that is under way: so many minutes after it began, or left. */
export const passages = [
  { exercise: 'ST26', person: 'nor-staff-1', kind: 'in', minutes: 1 },
  { exercise: 'ST26', person: 'gal-staff-2', kind: 'in', minutes: 4 },
] as const;
