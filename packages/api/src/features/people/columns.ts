/** What a line of a people file may say of somebody. */
export type PersonField =
  | 'givenName'
  | 'familyName'
  | 'email'
  | 'party'
  | 'jobTitle'
  | 'language'
  | 'timeZone'
  | 'cohort';

/** Column names in English and French, folded. */
const HEADERS: Record<PersonField, readonly string[]> = {
  givenName: ['given_name', 'given_names', 'first_name', 'firstname', 'forename', 'prenom', 'prenoms'],
  familyName: ['family_name', 'last_name', 'lastname', 'surname', 'nom', 'nom_de_famille'],
  email: [
    'email',
    'e_mail',
    'mail',
    'email_address',
    'e_mail_address',
    'courriel',
    'adresse_courriel',
    'adresse_electronique',
    'adresse_e_mail',
    'adresse_mail',
    'adresse_email',
  ],
  party: [
    'party',
    'nation',
    'organisation',
    'organization',
    'party_code',
    'partie',
    'pays',
    'entite',
    'code_partie',
  ],
  jobTitle: [
    'job_title',
    'job',
    'post',
    'position',
    'function',
    'fonction',
    'poste',
    'intitule_du_poste',
    'emploi',
  ],
  language: ['language', 'preferred_language', 'langue', 'langue_preferee'],
  timeZone: ['time_zone', 'timezone', 'fuseau_horaire', 'fuseau'],
  cohort: ['cohort', 'group', 'cohorte', 'groupe', 'promotion'],
};

/** Names without case, accents and signs, to compare them by. */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');

/** The field a column's header names, or null. */
export function fieldOf(header: string): PersonField | null {
  const folded = foldName(header);
  const found = Object.entries(HEADERS).find(([, names]) => names.includes(folded));
  return found ? (found[0] as PersonField) : null;
}
