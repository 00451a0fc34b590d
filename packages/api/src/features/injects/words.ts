import type { Locale } from '@concord/db/enums';
import type { InjectStatus, InjectTrigger } from './rules.ts';

/** The columns of the planners' spreadsheet, in the order they are written. */
export const sheetFields = [
  ...(['number', 'move', 'storyline', 'minute', 'realTime', 'title', 'text', 'from', 'to'] as const),
  ...(['attention', 'means', 'expected', 'objective', 'after', 'trigger', 'responsible', 'status'] as const),
] as const;
export type SheetField = (typeof sheetFields)[number];

/** What the columns are called when they are written. */
export const headings: Record<Locale, Record<SheetField, string>> = {
  en: {
    ...{
      number: 'No.',
      move: 'Move',
      storyline: 'Storyline',
      minute: 'Exercise time',
      realTime: 'Real time',
    },
    ...{
      title: 'Title',
      text: 'Text',
      from: 'From',
      to: 'To',
      attention: 'For the attention of',
      means: 'Means',
    },
    ...{ expected: 'Expected action', objective: 'Objective', after: 'After', trigger: 'Goes out' },
    ...{ responsible: 'Responsible', status: 'Status' },
  },
  fr: {
    ...{
      number: 'N°',
      move: 'Phase',
      storyline: 'Fil narratif',
      minute: 'Heure d’exercice',
      realTime: 'Heure réelle',
    },
    ...{ title: 'Titre', text: 'Texte', from: 'De', to: 'À', attention: 'À l’attention de', means: 'Moyen' },
    ...{ expected: 'Action attendue', objective: 'Objectif', after: 'Après', trigger: 'Envoi' },
    ...{ responsible: 'Responsable', status: 'État' },
  },
};

export const statusWords: Record<Locale, Record<InjectStatus, string>> = {
  en: { draft: 'Draft', ready: 'To approve', approved: 'Approved', withdrawn: 'Withdrawn' },
  fr: { draft: 'Brouillon', ready: 'À approuver', approved: 'Approuvé', withdrawn: 'Retiré' },
};
export const triggerWords: Record<Locale, Record<InjectTrigger, string>> = {
  en: { clock: 'By the clock', answer: 'Once answered', hand: 'By hand' },
  fr: { clock: 'À l’heure', answer: 'Après réponse', hand: 'À la main' },
};

/** What others call the columns, folded: templates of planners in both languages. */
const OTHERS: Record<SheetField, string> = {
  number: 'nr|no|num|number|inject|inject no|inject number|control number|event number|serial|numero|n|id',
  move: 'mouvement|stage',
  storyline: 'story line|group|event|scenario|trame|intrigue|storylines|narratif|fil',
  minute:
    'time|situation time|simulated time|designated scenario time|stime|heure exercice|heure simulee|heure|startex',
  realTime:
    'delivery time|scheduled time|planned time|heure de livraison|heure d envoi|date time group|dtg|date',
  title: 'subject|name|event title|objet|intitule|sujet|inject title|summary',
  text: 'description|details|message|content|inject text|contenu|inject description|body',
  from: 'from org|sender|source|expediteur|emetteur|origin',
  to: 'to org|team|teams|recipient|recipients|target|player|destinataire|destinataires|equipe|equipes|a|audience',
  attention: 'role|addressee|fonction|poste|attn|position',
  means: 'delivery method|inject mode|mode|medium|channel|method|canal|vecteur|voie|means of delivery',
  expected:
    'expected actions|expected participant response|expected response|expected outcome|expected player action|reaction attendue|actions attendues|resultat attendu',
  objective: 'exercise objective|objectives|training objective|objectif d exercice|objectifs',
  after: 'depends on|dependency|dependencies|predecessor|follows|depend de|dependance|suit',
  trigger: 'release|delivery|declenchement|mode d envoi',
  responsible: 'assigned to|owner|poc|controller|assigne a|charge|responsable exercice',
  status: 'state|statut|etat d avancement',
};

/** Without capitals, accents and signs. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Which field each heading is likely to be: what was settled before, then our own words, then others'; none twice. */
export function proposeColumns(
  heads: readonly string[],
  remembered: Readonly<Record<string, string>>,
): (SheetField | null)[] {
  const taken = new Set<SheetField>();
  const proposed: (SheetField | null)[] = heads.map(() => null);
  const pass = (fieldOf: (head: string) => SheetField | undefined) => {
    for (const [index, head] of heads.entries()) {
      const field = head.trim() === '' || proposed[index] ? undefined : fieldOf(folded(head) || head.trim());
      if (!field || taken.has(field)) continue;
      taken.add(field);
      proposed[index] = field;
    }
  };
  const settled = (head: string) => sheetFields.find((field) => field === remembered[head]);
  const skipped = (head: string) => remembered[head] === '';
  pass(settled);
  pass((head) => (skipped(head) ? undefined : sheetFields.find((field) => ownHeads(field).includes(head))));
  pass((head) =>
    skipped(head) ? undefined : sheetFields.find((field) => OTHERS[field].split('|').includes(head)),
  );
  return proposed;
}

const ownHeads = (field: SheetField) =>
  [folded(headings.en[field]), folded(headings.fr[field])].filter(Boolean);
