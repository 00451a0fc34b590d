import type { Bilingual, Lang, PartySeed } from './types.ts';

const regions = {
  north: { en: 'North', fr: 'Nord' },
  west: { en: 'West', fr: 'Ouest' },
  centre: { en: 'Centre', fr: 'Centre' },
  south: { en: 'South', fr: 'Sud' },
  east: { en: 'East', fr: 'Est' },
  ocean: { en: 'Far shore', fr: 'Outre-océan' },
} as const satisfies Record<string, Bilingual>;

const nation = (
  code: string,
  en: string,
  fr: string,
  timeZone: string,
  region: keyof typeof regions,
  language: Lang = 'en',
): PartySeed => ({
  code,
  kind: 'nation',
  name: { en, fr },
  timeZone,
  language,
  region: regions[region],
  nation: null,
});

/** The 32 Allies, in the order of their codes. None exists. */
export const nations: readonly PartySeed[] = [
  nation('ARD', 'Ardovia', 'Ardovie', 'Europe/Bucharest', 'east'),
  nation('AVL', 'Avelland', 'Avellande', 'Europe/Paris', 'west', 'fr'),
  nation('BRN', 'Brenia', 'Brénie', 'Europe/Prague', 'centre'),
  nation('CAL', 'Calder', 'Calder', 'Europe/London', 'west'),
  nation('CDR', 'Cedria', 'Cédrie', 'Europe/Luxembourg', 'west', 'fr'),
  nation('DOR', 'Dorvane', 'Dorvane', 'Europe/Zurich', 'centre', 'fr'),
  nation('ELM', 'Elmoria', 'Elmorie', 'Europe/Amsterdam', 'west'),
  nation('ESK', 'Eskeland', 'Eskelande', 'Europe/Copenhagen', 'north'),
  nation('FEN', 'Fennholm', 'Fennholm', 'Europe/Tallinn', 'north'),
  nation('GAL', 'Galdavia', 'Galdavie', 'Europe/Madrid', 'south'),
  nation('HAL', 'Halvaria', 'Halvarie', 'Europe/Stockholm', 'north'),
  nation('HVN', 'Havnia', 'Havnie', 'Atlantic/Reykjavik', 'north'),
  nation('ISK', 'Iskara', 'Iskara', 'Europe/Istanbul', 'east'),
  nation('JUR', 'Juravia', 'Juravie', 'Europe/Warsaw', 'centre'),
  nation('KAR', 'Karvonia', 'Karvonie', 'Asia/Tbilisi', 'east'),
  nation('KES', 'Kestria', 'Kestrie', 'Europe/Vilnius', 'north'),
  nation('LYS', 'Lysandia', 'Lysandie', 'Europe/Lisbon', 'west', 'fr'),
  nation('MAR', 'Maravia', 'Maravie', 'Europe/Budapest', 'centre'),
  nation('MEL', 'Melora', 'Mélore', 'America/Halifax', 'ocean', 'fr'),
  nation('NOR', 'Nordmark', 'Nordmark', 'Europe/Helsinki', 'north'),
  nation('ORL', 'Orlenia', 'Orlénie', 'Europe/Brussels', 'west', 'fr'),
  nation('OST', 'Ostmere', 'Ostmère', 'Europe/Sofia', 'east'),
  nation('PEL', 'Pelandra', 'Pélandre', 'Europe/Athens', 'south'),
  nation('QUA', 'Quarenne', 'Quarenne', 'America/Toronto', 'ocean', 'fr'),
  nation('RAV', 'Ravenia', 'Ravénie', 'Europe/Rome', 'south'),
  nation('RYN', 'Rynholt', 'Rynholt', 'Europe/Berlin', 'centre'),
  nation('SOL', 'Solvane', 'Solvane', 'Europe/Malta', 'south', 'fr'),
  nation('TAR', 'Tarvinia', 'Tarvinie', 'Europe/Zagreb', 'south'),
  nation('ULV', 'Ulvania', 'Ulvanie', 'Europe/Oslo', 'north'),
  nation('VES', 'Vesperia', 'Vespérie', 'Europe/Dublin', 'west'),
  nation('WEN', 'Wendria', 'Wendrie', 'Europe/Ljubljana', 'centre'),
  nation('ZAR', 'Zarovia', 'Zarovie', 'Europe/Skopje', 'south'),
];

/** The headquarters' code: its people are in every set that `ALLIES` stands for. */
export const headquarters = 'HQA';

/** The organisations: a headquarters, a national team, a partner union and a firm. */
export const organisations: readonly PartySeed[] = [
  {
    code: headquarters,
    kind: 'headquarters',
    name: { en: 'Alliance Headquarters', fr: 'Quartier général de l’Alliance' },
    timeZone: 'Europe/Brussels',
    language: 'en',
    region: regions.centre,
    nation: null,
  },
  {
    code: 'NCT',
    kind: 'team',
    name: { en: 'Nordmark National Cyber Team', fr: 'Équipe nationale cyber du Nordmark' },
    timeZone: 'Europe/Helsinki',
    language: 'en',
    region: regions.north,
    nation: 'NOR',
  },
  {
    code: 'LUN',
    kind: 'partner',
    name: { en: 'Littoral Union', fr: 'Union littorale' },
    timeZone: 'Europe/Brussels',
    language: 'fr',
    region: regions.west,
    nation: null,
  },
  {
    code: 'HSY',
    kind: 'industry',
    name: { en: 'Halyard Seabed Systems', fr: 'Halyard Seabed Systems' },
    timeZone: 'Europe/Lisbon',
    language: 'en',
    region: regions.west,
    nation: null,
  },
];

/** Every party of the demo. */
export const parties: readonly PartySeed[] = [...nations, ...organisations];

/** What `ALLIES` is expanded to when a marking is made: the nations and the headquarters. */
export const allies: readonly string[] = [...nations.map((party) => party.code), headquarters];
