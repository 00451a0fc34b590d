import { nations } from './parties.ts';
import type { BodySeed } from './types.ts';

const all: readonly string[] = nations.map((nation) => nation.code);
const days = [1, 2, 3, 4, 5];

/** The six bodies. Two bind all 32 nations, the others those with a stake in the matter. */
export const bodies: readonly BodySeed[] = [
  {
    code: 'CCD',
    name: { en: 'Committee on Cyber Defence', fr: 'Comité de cyberdéfense' },
    timeZone: 'Europe/Brussels',
    chair: 'hqa-chair-ccd',
    secretariat: 'hqa-secretary-ccd',
    members: all,
    contributors: [],
    minimumSilenceHours: 72,
    workingHours: { from: '09:00', to: '17:30', days },
  },
  {
    code: 'AAC',
    name: { en: 'Annual Assembly Committee', fr: 'Comité de l’assemblée annuelle' },
    timeZone: 'Europe/Brussels',
    chair: 'hqa-chair-aac',
    secretariat: 'hqa-secretary-aac',
    members: all,
    contributors: [],
    minimumSilenceHours: 48,
    workingHours: { from: '09:00', to: '17:30', days },
  },
  {
    code: 'EPG',
    name: { en: 'Exercise Planning Group', fr: 'Groupe de planification des exercices' },
    timeZone: 'Europe/Brussels',
    chair: 'hqa-chair-epg',
    secretariat: 'hqa-secretary-epg',
    members: [
      'ARD', 'AVL', 'BRN', 'CAL', 'ELM', 'ESK', 'FEN', 'GAL', 'HAL', 'JUR',
      'KES', 'LYS', 'MAR', 'NOR', 'PEL', 'QUA', 'RAV', 'RYN', 'ULV', 'VES',
    ],
    contributors: ['LUN'],
    minimumSilenceHours: 48,
    workingHours: { from: '08:30', to: '17:00', days },
  },
  {
    code: 'VDG',
    name: {
      en: 'Working Group on Vulnerability Disclosure',
      fr: 'Groupe de travail sur la divulgation des vulnérabilités',
    },
    timeZone: 'Europe/Amsterdam',
    chair: 'hqa-chair-vdg',
    secretariat: 'hqa-secretary-vdg',
    members: ['AVL', 'CAL', 'CDR', 'ELM', 'FEN', 'ISK', 'JUR', 'KES', 'NOR', 'ORL', 'QUA', 'RYN', 'TAR', 'VES'],
    contributors: ['LUN', 'HSY'],
    minimumSilenceHours: 96,
    workingHours: { from: '09:00', to: '17:00', days },
  },
  {
    code: 'SCG',
    name: { en: 'Subsea Cables Group', fr: 'Groupe des câbles sous-marins' },
    timeZone: 'Europe/Lisbon',
    chair: 'hqa-chair-scg',
    secretariat: 'hqa-secretary-scg',
    members: ['CAL', 'ESK', 'HVN', 'ISK', 'LYS', 'MEL', 'NOR', 'PEL', 'QUA', 'SOL', 'ULV', 'VES'],
    contributors: ['LUN', 'HSY'],
    minimumSilenceHours: 72,
    workingHours: { from: '09:00', to: '17:30', days },
  },
  {
    code: 'TRB',
    name: { en: 'Training Board', fr: 'Conseil de la formation' },
    timeZone: 'Europe/Brussels',
    chair: 'hqa-chair-trb',
    secretariat: 'hqa-secretary-trb',
    members: [
      'ARD', 'AVL', 'CAL', 'CDR', 'DOR', 'ESK', 'GAL', 'HAL', 'KAR',
      'LYS', 'MEL', 'NOR', 'ORL', 'OST', 'PEL', 'RYN', 'WEN', 'ZAR',
    ],
    contributors: ['LUN'],
    minimumSilenceHours: 72,
    workingHours: { from: '09:00', to: '17:30', days },
  },
];
