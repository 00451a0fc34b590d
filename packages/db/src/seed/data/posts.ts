import { bodies } from './bodies.ts';
import { headquarters } from './parties.ts';
import type { Bilingual, LevelCode, NameSeed, RoleSeed } from './types.ts';

/** A job title, with its French form for a woman and for a man. */
export type Title = { readonly en: string; readonly woman: string; readonly man: string };

/** A post that somebody holds: everything about a person but the name. */
export type Post = {
  /** The person's key without the party's code. */
  readonly key: string;
  readonly title: Title;
  readonly attested: LevelCode;
  readonly roles: readonly RoleSeed[];
  readonly powers?: readonly ('position' | 'break')[];
};

/** The title in both languages, as it is said of this person. */
export const titleOf = (title: Title, woman: boolean): Bilingual => ({
  en: title.en,
  fr: woman ? title.woman : title.man,
});

const both = (en: string, fr: string): Title => ({ en, woman: fr, man: fr });

const staffTitles: readonly Title[] = [
  { en: 'Analyst', woman: 'Analyste', man: 'Analyste' },
  { en: 'Movement planner', woman: 'Planificatrice des mouvements', man: 'Planificateur des mouvements' },
  { en: 'Legal adviser', woman: 'Conseillère juridique', man: 'Conseiller juridique' },
  { en: 'Translator', woman: 'Traductrice', man: 'Traducteur' },
  { en: 'Budget officer', woman: 'Chargée du budget', man: 'Chargé du budget' },
  { en: 'Public information officer', woman: 'Chargée de communication', man: 'Chargé de communication' },
  { en: 'Network administrator', woman: 'Administratrice réseau', man: 'Administrateur réseau' },
  { en: 'Registry clerk', woman: 'Responsable du bureau d’ordre', man: 'Responsable du bureau d’ordre' },
  { en: 'Meteorologist', woman: 'Météorologue', man: 'Météorologue' },
  {
    en: 'Supply officer',
    woman: 'Responsable de l’approvisionnement',
    man: 'Responsable de l’approvisionnement',
  },
  {
    en: 'Situation report editor',
    woman: 'Rédactrice des points de situation',
    man: 'Rédacteur des points de situation',
  },
];

const staffTitle = (index: number): Title =>
  staffTitles[index % staffTitles.length] ?? both('Analyst', 'Analyste');

const inBodies = (party: string, role: 'headOfDelegation' | 'delegate' | 'contributor'): RoleSeed[] =>
  bodies
    .filter((body) => (role === 'contributor' ? body.contributors : body.members).includes(party))
    .map((body) => ({ role, scope: 'body', of: body.code }));

const learner = (party: string): RoleSeed => ({ role: 'learner', scope: 'party', of: party });

const staff = (party: string, count: number, offset: number): Post[] =>
  Array.from({ length: count }, (_, index) => ({
    key: `staff-${index + 1}`,
    title: staffTitle(offset + index * 4),
    attested: 'U',
    roles: [learner(party)],
  }));

/** The posts of a nation: two who sit in its bodies, two who look after its people, and staff who learn. */
export function nationPosts(party: string, position: number): Post[] {
  return [
    {
      key: 'head',
      title: { en: 'Head of delegation', woman: 'Cheffe de délégation', man: 'Chef de délégation' },
      attested: 'R',
      roles: [...inBodies(party, 'headOfDelegation'), learner(party)],
    },
    {
      key: 'delegate',
      title: { en: 'Delegate, cyber defence', woman: 'Déléguée, cyberdéfense', man: 'Délégué, cyberdéfense' },
      attested: 'R',
      roles: [...inBodies(party, 'delegate'), learner(party)],
      // Every third nation keeps positions and breaks to its head of delegation.
      powers: position % 3 === 2 ? [] : ['position', 'break'],
    },
    {
      key: 'coordinator',
      title: {
        en: 'Training coordinator',
        woman: 'Coordinatrice de la formation',
        man: 'Coordinateur de la formation',
      },
      attested: 'U',
      roles: [{ role: 'trainingCoordinator', scope: 'party', of: party }, learner(party)],
    },
    {
      key: 'security',
      title: { en: 'Security officer', woman: 'Officière de sécurité', man: 'Officier de sécurité' },
      attested: 'R',
      roles: [{ role: 'securityOfficer', scope: 'party', of: party }, learner(party)],
    },
    ...staff(party, position % 3 === 2 ? 2 : 3, position),
  ];
}

const bodyPosts = (): Post[] =>
  bodies.flatMap((body) => {
    const code = body.code.toLowerCase();
    const chair: Post = {
      key: `chair-${code}`,
      title: {
        en: `Chair, ${body.name.en}`,
        woman: `Présidente, ${body.name.fr}`,
        man: `Président, ${body.name.fr}`,
      },
      attested: 'R',
      roles: [{ role: 'chair', scope: 'body', of: body.code }],
    };
    const secretary: Post = {
      key: `secretary-${code}`,
      title: {
        en: `Secretary, ${body.name.en}`,
        woman: `Secrétaire, ${body.name.fr}`,
        man: `Secrétaire, ${body.name.fr}`,
      },
      attested: 'R',
      roles: [{ role: 'secretariat', scope: 'body', of: body.code }],
    };
    return [chair, secretary];
  });

const courses = ['spotting-phishing', 'reporting-an-incident', 'working-away-from-the-office'];

/** The posts of the headquarters. */
export function headquartersPosts(): Post[] {
  const administrator = (index: number): Post => ({
    key: `admin-${index}`,
    title: {
      en: 'Portal administrator',
      woman: 'Administratrice du portail',
      man: 'Administrateur du portail',
    },
    attested: 'U',
    roles: [{ role: 'administrator', scope: 'alliance', of: null }, learner(headquarters)],
  });
  return [
    ...bodyPosts(),
    ...[1, 2, 3].map(administrator),
    {
      key: 'course-director',
      title: { en: 'Course director', woman: 'Directrice des formations', man: 'Directeur des formations' },
      attested: 'U',
      roles: [
        ...courses.map((of) => ({ role: 'courseDirector' as const, scope: 'course' as const, of })),
        { role: 'contributor', scope: 'body', of: 'TRB' },
      ],
    },
    ...courses.map(
      (of, index): Post => ({
        key: `instructor-${index + 1}`,
        title: { en: 'Instructor', woman: 'Formatrice', man: 'Formateur' },
        attested: 'U',
        roles: [{ role: 'instructor', scope: 'course', of }],
      }),
    ),
    {
      key: 'coordinator',
      title: {
        en: 'Training coordinator',
        woman: 'Coordinatrice de la formation',
        man: 'Coordinateur de la formation',
      },
      attested: 'U',
      roles: [{ role: 'trainingCoordinator', scope: 'party', of: headquarters }, learner(headquarters)],
    },
    {
      key: 'security',
      title: { en: 'Security officer', woman: 'Officière de sécurité', man: 'Officier de sécurité' },
      attested: 'R',
      roles: [{ role: 'securityOfficer', scope: 'party', of: headquarters }, learner(headquarters)],
    },
    ...staff(headquarters, 4, 2),
  ];
}

/** The posts of a partner, a firm or a national team: envoys where a body lets them contribute, then staff. */
export function organisationPosts(party: string, envoys: number, staffCount: number): Post[] {
  const coordinator: Post = {
    key: 'coordinator',
    title: {
      en: 'Training coordinator',
      woman: 'Coordinatrice de la formation',
      man: 'Coordinateur de la formation',
    },
    attested: 'U',
    roles: [{ role: 'trainingCoordinator', scope: 'party', of: party }, learner(party)],
  };
  const envoy = (index: number): Post => ({
    key: `envoy-${index + 1}`,
    title: { en: 'Liaison officer', woman: 'Officière de liaison', man: 'Officier de liaison' },
    attested: 'U',
    roles: [...inBodies(party, 'contributor'), learner(party)],
  });
  return [
    ...Array.from({ length: envoys }, (_, index) => envoy(index)),
    coordinator,
    ...staff(party, staffCount, 0),
  ];
}

/** Named people of the drawings and the tour, in place of generated names. */
export const named: Readonly<Record<string, NameSeed & { woman: boolean; title?: Title }>> = {
  'nor-head': { given: 'Torvald', family: 'Halvorsen', woman: false },
  'nor-delegate': { given: 'Ilse', family: 'Varga', woman: true },
  'nor-coordinator': { given: 'Henrik', family: 'Saarela', woman: false },
  'nor-security': { given: 'Åsa', family: 'Bergström', woman: true },
  'nor-staff-1': {
    given: 'Maija',
    family: 'Rinne',
    woman: true,
    title: {
      en: 'Situation report editor',
      woman: 'Rédactrice des points de situation',
      man: 'Rédacteur des points de situation',
    },
  },
  'nor-staff-2': {
    given: 'Defne',
    family: 'Çelik',
    woman: true,
    title: { en: 'Legal adviser', woman: 'Conseillère juridique', man: 'Conseiller juridique' },
  },
  'nor-staff-3': {
    given: 'Caoimhe',
    family: 'Ó Súilleabháin',
    woman: true,
    title: {
      en: 'Public information officer',
      woman: 'Chargée de communication',
      man: 'Chargé de communication',
    },
  },
  'nct-staff-1': { given: 'Juhani', family: 'Aalto', woman: false, title: both('Analyst', 'Analyste') },
  'nct-staff-2': {
    given: 'Ondřej',
    family: 'Dvořák',
    woman: false,
    title: both('Forensics specialist', 'Spécialiste en investigation numérique'),
  },
  'nct-staff-3': { given: 'Zofia', family: 'Łukasik', woman: true, title: both('Analyst', 'Analyste') },
};
