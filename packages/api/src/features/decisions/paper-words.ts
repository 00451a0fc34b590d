import type { Locale } from '@concord/db/enums';

type Relation = 'corrects' | 'replaces' | 'follows';

type Words = {
  kind: string;
  /** What stands before the marking of what was decided in play. */
  exercise: string;
  facts: Record<
    | 'number'
    | 'body'
    | 'reference'
    | 'effective'
    | 'procedure'
    | 'opened'
    | 'expired'
    | 'held'
    | 'place'
    | 'chair'
    | 'drafter'
    | 'releasable'
    | 'onlyFor'
    | 'caveats',
    string
  >;
  silence: string;
  meeting: string;
  sections: Record<
    | 'text'
    | 'bound'
    | 'procedure'
    | 'reservations'
    | 'statements'
    | 'predecessors'
    | 'versions'
    | 'proof'
    | 'actions',
    string
  >;
  extended: (at: string, until: string, reason: string) => string;
  resumed: (at: string, until: string, reason: string) => string;
  broken: (at: string, nation: string | null, reason: string | null, lifted: string | null) => string;
  served: (nations: string, how: string) => string;
  acknowledged: (at: string) => string;
  notAcknowledged: string;
  reservation: (nation: string, kind: string, paragraphs: string) => string;
  statement: (nation: string, kind: string) => string;
  kinds: Record<string, string>;
  relations: Record<Relation, string>;
  version: (number: number, at: string, hash: string) => string;
  hash: string;
  previous: string;
  signature: string;
  fingerprint: string;
  verify: string;
};

const EN: Words = {
  kind: 'Decision sheet',
  exercise: 'EXERCISE',
  facts: {
    number: 'Number',
    body: 'Body',
    reference: 'Reference',
    effective: 'In effect from',
    procedure: 'Agreed',
    opened: 'Silence opened',
    expired: 'Silence ended',
    held: 'Meeting of',
    place: 'Place',
    chair: 'Chair',
    drafter: 'Laid before the body by',
    releasable: 'Releasable to',
    onlyFor: 'Only for',
    caveats: 'Caveats',
  },
  silence: 'Under silence',
  meeting: 'In a meeting',
  sections: {
    text: 'Text agreed',
    bound: 'Nations bound',
    procedure: 'How it went',
    reservations: 'Reservations maintained',
    statements: 'Statements',
    predecessors: 'Earlier decisions',
    versions: 'Versions',
    proof: 'Proof',
    actions: 'Actions',
  },
  extended: (at, until, reason) => `${at}: extended until ${until}. ${reason}`,
  resumed: (at, until, reason) => `${at}: resumed until ${until}. ${reason}`,
  broken: (at, nation, reason, lifted) =>
    `${at}: broken${nation ? ` by ${nation}` : ''}${reason ? ` (${reason})` : ''}${lifted ? `; lifted ${lifted}` : ''}.`,
  served: (nations, how) => `Served by another channel: ${nations}. ${how}`,
  acknowledged: (at) => `acknowledged ${at}`,
  notAcknowledged: 'did not acknowledge',
  reservation: (nation, kind, paragraphs) =>
    `${nation}, ${kind}${paragraphs ? `, on ${paragraphs}` : ', on the whole text'}`,
  statement: (nation, kind) => `${nation}, ${kind}`,
  kinds: {
    general: 'general reservation',
    scrutiny: 'scrutiny reservation',
    parliamentaryScrutiny: 'parliamentary scrutiny reservation',
    waiting: 'waiting for instructions',
    linguistic: 'linguistic reservation',
    other: 'other reservation',
    explanation: 'explanation of position',
    interpretation: 'interpretative statement',
  },
  relations: { corrects: 'Corrects', replaces: 'Replaces', follows: 'Follows' },
  version: (number, at, hash) => `Version ${number}, ${at}, ${hash}`,
  hash: 'SHA-256 of the sheet',
  previous: 'Decision before it',
  signature: 'Ed25519 signature',
  fingerprint: 'Fingerprint of the key',
  verify:
    'This paper can be read; the JSON export is what can be verified, with any tool that knows SHA-256 and Ed25519.',
};

const FR: Words = {
  kind: 'Relevé de décision',
  exercise: 'EXERCICE',
  facts: {
    number: 'Numéro',
    body: 'Enceinte',
    reference: 'Référence',
    effective: 'Prend effet le',
    procedure: 'Convenu',
    opened: 'Silence ouvert',
    expired: 'Silence échu',
    held: 'Réunion du',
    place: 'Lieu',
    chair: 'Présidence',
    drafter: 'Texte soumis par',
    releasable: 'Communicable à',
    onlyFor: 'Réservé à',
    caveats: 'Mentions',
  },
  silence: 'Par procédure de silence',
  meeting: 'En réunion',
  sections: {
    text: 'Texte convenu',
    bound: 'Nations liées',
    procedure: 'Déroulement',
    reservations: 'Réserves maintenues',
    statements: 'Déclarations',
    predecessors: 'Décisions antérieures',
    versions: 'Versions',
    proof: 'Preuve',
    actions: 'Suites à donner',
  },
  extended: (at, until, reason) => `${at} : prolongé jusqu’au ${until}. ${reason}`,
  resumed: (at, until, reason) => `${at} : repris jusqu’au ${until}. ${reason}`,
  broken: (at, nation, reason, lifted) =>
    `${at} : rompu${nation ? ` par ${nation}` : ''}${reason ? ` (${reason})` : ''}${lifted ? ` ; levé le ${lifted}` : ''}.`,
  served: (nations, how) => `Remis par une autre voie : ${nations}. ${how}`,
  acknowledged: (at) => `accusé de réception le ${at}`,
  notAcknowledged: 'sans accusé de réception',
  reservation: (nation, kind, paragraphs) =>
    `${nation}, ${kind}${paragraphs ? `, sur ${paragraphs}` : ', sur l’ensemble du texte'}`,
  statement: (nation, kind) => `${nation}, ${kind}`,
  kinds: {
    general: 'réserve générale',
    scrutiny: 'réserve d’examen',
    parliamentaryScrutiny: 'réserve d’examen parlementaire',
    waiting: 'dans l’attente d’instructions',
    linguistic: 'réserve linguistique',
    other: 'autre réserve',
    explanation: 'explication de position',
    interpretation: 'déclaration interprétative',
  },
  relations: { corrects: 'Corrige', replaces: 'Remplace', follows: 'Fait suite à' },
  version: (number, at, hash) => `Version ${number}, ${at}, ${hash}`,
  hash: 'SHA-256 du relevé',
  previous: 'Décision précédente',
  signature: 'Signature Ed25519',
  fingerprint: 'Empreinte de la clé',
  verify:
    'Ce papier se lit ; c’est l’export JSON qui se vérifie, avec tout outil qui connaît SHA-256 et Ed25519.',
};

/** What a decision says on paper, which leaves the portal and its translations behind. */
export const paperWords: Readonly<Record<Locale, Words>> = { en: EN, fr: FR };
