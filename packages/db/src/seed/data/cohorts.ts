import type { CohortSeed } from './types.ts';

const keys = (...keys: string[]): string[] => keys;

/** Three cohorts: one under way, one of the national team that ends soon, one that has not begun. */
export const cohorts: readonly CohortSeed[] = [
  {
    key: 'newcomers-autumn',
    course: 'spotting-phishing',
    name: { en: 'Newcomers, autumn intake', fr: 'Nouveaux arrivants, session d’automne' },
    startsInDays: -12,
    dueInDays: 16,
    seats: { NOR: 4, CAL: 3, ORL: 3, AVL: 3, PEL: 3, KAR: 3, OST: 3, HQA: 4 },
    members: keys(
      'nor-staff-1', 'nor-staff-2', 'nor-staff-3', 'cal-staff-1', 'cal-staff-2', 'orl-staff-1', 'orl-staff-2',
      'avl-staff-1', 'avl-staff-2', 'pel-staff-1', 'pel-staff-2', 'kar-staff-1', 'kar-staff-2',
      'ost-staff-1', 'ost-staff-2', 'hqa-staff-1', 'hqa-staff-2', 'hqa-staff-3',
    ),
  },
  {
    key: 'winter-shield-players',
    course: 'reporting-an-incident',
    name: { en: 'Winter Shield, players and support', fr: 'Winter Shield, joueurs et soutien' },
    startsInDays: -20,
    dueInDays: 6,
    seats: { NOR: 3, NCT: 6, ULV: 3, HAL: 3, FEN: 3, KES: 3, ESK: 3 },
    members: keys(
      'nor-staff-1', 'nor-delegate', 'nct-staff-1', 'nct-staff-2', 'nct-staff-3', 'nct-staff-4', 'nct-staff-5',
      'ulv-staff-1', 'ulv-staff-2', 'hal-staff-1', 'hal-staff-2', 'fen-staff-1', 'fen-staff-2',
      'kes-staff-1', 'kes-staff-2', 'esk-staff-1', 'esk-staff-2',
    ),
  },
  {
    key: 'assembly-travellers',
    course: 'working-away-from-the-office',
    name: { en: 'Travellers to the annual assembly', fr: 'Participants à l’assemblée annuelle' },
    startsInDays: 5,
    dueInDays: 33,
    seats: { NOR: 4, LYS: 4, QUA: 3, MEL: 3, SOL: 3, VES: 3, LUN: 2, HQA: 6 },
    members: keys(
      'nor-delegate', 'nor-staff-1', 'nor-staff-2', 'lys-delegate', 'lys-staff-1', 'lys-staff-2', 'qua-delegate',
      'qua-staff-1', 'mel-delegate', 'mel-staff-1', 'sol-delegate', 'sol-staff-1', 'ves-delegate', 'ves-staff-1',
      'lun-envoy-1', 'lun-envoy-2', 'hqa-staff-1', 'hqa-staff-4', 'hqa-secretary-aac',
    ),
  },
];
