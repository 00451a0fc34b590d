import type { ExerciseColour, ExerciseKind } from '../../enums.ts';
import { competition } from './competition.ts';
import { cooperation } from './cooperation.ts';

type Words = { en: string; fr: string };

/** A demo exercise; days are counted from the day the seed runs, ahead where positive. */
export type ExerciseSeed = {
  code: string;
  name: Words;
  kind: ExerciseKind;
  summary: Words;
  place: string;
  director: string;
  madeDaysAgo: number;
  startsInDays: number;
  days: number;
  closesInDays: number;
  /** Where it is under way: how long ago it began, in place of `startsInDays`. */
  beganMinutesAgo?: number;
  /** Who plans, controls and judges it besides its director. */
  staff?: { person: string; role: 'exercisePlanner' | 'exerciseControl' | 'evaluator' }[];
  /** The team each of those with a seat plays in. */
  placed?: Record<string, string>;
  objectives: Words[];
  teams: { name: string; parties: string[] }[];
  events: {
    kind: 'initialConference' | 'mainConference' | 'finalConference' | 'hotWash';
    title: string;
    inDays: number;
    place: string;
  }[];
  invited: { party: string; standing: 'participant' | 'partner' | 'observer'; agreed: boolean }[];
  roles: {
    colour: ExerciseColour;
    name: Words;
    minimum: number;
    shared: number;
    /** The course whose credential it asks for. */
    course: string | null;
    seats: Record<string, number>;
    confirmed: string[];
    named: string[];
  }[];
};

/** What the demo alliance exercises: a harbour under attack, and a talk about a power cut that is over. */
export const exercises: readonly ExerciseSeed[] = [
  {
    code: 'QH27',
    name: { en: 'Quiet Harbour 27', fr: 'Port calme 27' },
    kind: 'cooperative',
    summary: {
      en: 'Five days in which teams of several nations keep a fictional harbour working while its cranes, its tide gauges and its mail are attacked. Nobody wins: what counts is what the teams tell each other, and how soon.',
      fr: 'Cinq jours pendant lesquels des équipes de plusieurs nations maintiennent en activité un port fictif dont les grues, les marégraphes et le courrier sont attaqués. Personne ne gagne : ce qui compte, c’est ce que les équipes se disent, et à quel moment.',
    },
    place: 'Vardehavn',
    director: 'hqa-secretary-epg',
    madeDaysAgo: 30,
    startsInDays: 75,
    days: 5,
    closesInDays: 40,
    staff: [
      { person: 'hqa-staff-4', role: 'exercisePlanner' },
      { person: 'hqa-staff-3', role: 'exerciseControl' },
      { person: 'hqa-secretary-aac', role: 'evaluator' },
    ],
    placed: { 'nor-staff-1': 'North quay', 'nor-staff-2': 'North quay', 'gal-staff-2': 'North quay' },
    objectives: [
      {
        en: 'Tell Allies of an incident within one hour of seeing it',
        fr: 'Informer les Alliés d’un incident dans l’heure où il est constaté',
      },
      {
        en: 'Decide together what is switched off, and who says so',
        fr: 'Décider ensemble de ce qui est coupé, et de qui l’annonce',
      },
      {
        en: 'Work for a day without mail',
        fr: 'Travailler un jour sans courrier électronique',
      },
    ],
    teams: [
      { name: 'North quay', parties: ['NOR', 'GAL'] },
      { name: 'South quay', parties: ['HQA'] },
    ],
    events: [
      { kind: 'initialConference', title: 'Initial planning conference', inDays: -20, place: 'Headquarters' },
      { kind: 'mainConference', title: 'Main planning conference', inDays: 21, place: 'Vardehavn' },
      { kind: 'finalConference', title: 'Final planning conference', inDays: 54, place: 'By link' },
    ],
    invited: [
      { party: 'NOR', standing: 'participant', agreed: true },
      { party: 'GAL', standing: 'participant', agreed: true },
      { party: 'LUN', standing: 'partner', agreed: false },
    ],
    roles: [
      {
        colour: 'blue',
        name: { en: 'Defending team', fr: 'Équipe de défense' },
        minimum: 8,
        shared: 1,
        course: 'reporting-an-incident',
        seats: { NOR: 2, GAL: 2, HQA: 2 },
        confirmed: ['nor-staff-1', 'nor-staff-2', 'gal-staff-2'],
        named: ['gal-staff-3', 'hqa-staff-2'],
      },
      {
        colour: 'white',
        name: { en: 'Exercise control and judging', fr: 'Conduite et arbitrage' },
        minimum: 4,
        shared: 2,
        course: null,
        seats: { HQA: 2 },
        confirmed: ['hqa-staff-3'],
        named: [],
      },
    ],
  },
  {
    code: 'ST26',
    name: { en: 'Slack Tide 26', fr: 'Étale 26' },
    kind: 'tabletop',
    summary: {
      en: 'Two tables, one supplier: the firm that keeps the ports’ timetables has been entered, and both tables must say what they do about it before the evening ferry.',
      fr: 'Deux tables, un fournisseur : l’entreprise qui tient les horaires des ports a été compromise, et chaque table doit dire ce qu’elle fait avant le bac du soir.',
    },
    place: 'Headquarters, rooms 2 and 3',
    director: 'hqa-secretary-epg',
    staff: [
      { person: 'hqa-staff-4', role: 'exerciseControl' },
      { person: 'hqa-secretary-aac', role: 'evaluator' },
    ],
    placed: { 'nor-staff-1': 'East table', 'gal-staff-2': 'East table', 'hqa-staff-2': 'West table' },
    madeDaysAgo: 60,
    startsInDays: 0,
    beganMinutesAgo: 50,
    days: 2,
    closesInDays: -10,
    objectives: [
      {
        en: 'Decide on a supplier that can no longer be trusted',
        fr: 'Statuer sur un fournisseur auquel on ne peut plus se fier',
      },
      { en: 'Say the same thing at both tables', fr: 'Dire la même chose aux deux tables' },
    ],
    teams: [
      { name: 'East table', parties: ['NOR', 'GAL'] },
      { name: 'West table', parties: ['HQA'] },
    ],
    events: [{ kind: 'hotWash', title: 'Hot wash', inDays: 3, place: 'Headquarters' }],
    invited: [
      { party: 'NOR', standing: 'participant', agreed: true },
      { party: 'GAL', standing: 'participant', agreed: true },
    ],
    roles: [
      {
        colour: 'blue',
        name: { en: 'At the table', fr: 'À la table' },
        minimum: 2,
        shared: 0,
        course: null,
        seats: { NOR: 1, GAL: 1, HQA: 1 },
        confirmed: ['nor-staff-1', 'gal-staff-2', 'hqa-staff-2'],
        named: [],
      },
    ],
  },
  competition,
  cooperation,
  {
    code: 'LW26',
    name: { en: 'Long Winter 26', fr: 'Long hiver 26' },
    kind: 'tabletop',
    summary: {
      en: 'An afternoon at the table: the power is out in three nations, and nobody knows whether it was an attack.',
      fr: 'Un après-midi autour de la table : l’électricité manque dans trois nations, et personne ne sait s’il s’agit d’une attaque.',
    },
    place: 'Headquarters',
    director: 'hqa-secretary-epg',
    staff: [
      { person: 'hqa-staff-4', role: 'exerciseControl' },
      { person: 'hqa-secretary-aac', role: 'evaluator' },
    ],
    placed: { 'nor-staff-1': 'The table', 'hqa-staff-2': 'The table' },
    madeDaysAgo: 200,
    startsInDays: -60,
    days: 1,
    closesInDays: -80,
    objectives: [{ en: 'Find out who may speak to the press', fr: 'Savoir qui peut parler à la presse' }],
    teams: [{ name: 'The table', parties: ['NOR', 'GAL', 'HQA'] }],
    events: [{ kind: 'hotWash', title: 'Hot wash', inDays: -58, place: 'Headquarters' }],
    invited: [{ party: 'NOR', standing: 'participant', agreed: true }],
    roles: [
      {
        colour: 'blue',
        name: { en: 'At the table', fr: 'À la table' },
        minimum: 3,
        shared: 0,
        course: null,
        seats: { NOR: 1, GAL: 1, HQA: 1 },
        confirmed: ['nor-staff-1', 'hqa-staff-2'],
        named: [],
      },
    ],
  },
];
