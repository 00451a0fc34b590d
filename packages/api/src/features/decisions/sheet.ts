import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Canonical, canonical } from '../../record/canonical.ts';

/** The format this version writes; a reader refuses one it does not know. */
export const SHEET_FORMAT = 'concord-decision-sheet/1';

const instant = z.iso.datetime();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

const party = z.strictObject({ code: z.string(), nameEn: z.string(), nameFr: z.string() });
const someone = z.strictObject({ name: z.string(), party: z.string() });

const bySilence = z.strictObject({
  kind: z.literal('silence'),
  pace: z.enum(['normal', 'urgent', 'crisis']),
  minimumHours: z.int(),
  openedAt: instant,
  expiresAt: instant,
  /** Later ends the chair set, with the reason. */
  extensions: z.array(z.strictObject({ at: instant, until: instant, reason: z.string() })),
  /** Times silence was let run on after every break was lifted. */
  resumptions: z.array(z.strictObject({ at: instant, until: instant, reason: z.string() })),
  /** Breaks, all of them lifted; the nation and its reason where the body names who breaks silence. */
  breaks: z.array(
    z.strictObject({
      at: instant,
      liftedAt: instant.nullable(),
      nation: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  /** Nations the chair served by another channel, and how. */
  servedOtherwise: z.strictObject({ nations: z.array(z.string()), how: z.string() }).nullable(),
});

const inMeeting = z.strictObject({
  kind: z.literal('meeting'),
  heldOn: z.iso.date(),
  place: z.string(),
  note: z.string(),
});

/** A decision sheet (reference B.6): what was agreed and how, frozen at adoption. Whole numbers only, so that its canonical form is plain. */
export const decisionSheet = z.strictObject({
  format: z.literal(SHEET_FORMAT),
  number: z.string(),
  title: z.string(),
  reference: z.string(),
  body: party.extend({ timeZone: z.string(), zoneData: z.string() }),
  marking: z.strictObject({
    level: z.int(),
    levelEn: z.string(),
    levelFr: z.string(),
    releasableTo: z.array(z.string()),
    onlyFor: z.array(z.string()),
    caveats: z.array(z.string()),
    originator: z.string(),
  }),
  /** The same for machines, after STANAG 4774. */
  label: z.json(),
  effectiveAt: instant,
  procedure: z.discriminatedUnion('kind', [bySilence, inMeeting]),
  /** Every version there was, the first one first; the last one is what was agreed. */
  versions: z.array(z.strictObject({ number: z.int(), hash, madeAt: instant })).min(1),
  paragraphs: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['heading', 'preamble', 'paragraph', 'item']),
      number: z.string(),
      words: z.string(),
    }),
  ),
  /** The nations it binds, with the instant each said that it has the text. */
  bound: z.array(party.extend({ acknowledgedAt: instant.nullable() })),
  reservations: z.array(
    z.strictObject({
      nation: z.string(),
      kind: z.string(),
      /** Numbers of the paragraphs it is about; none: the whole. */
      paragraphs: z.array(z.string()),
      words: z.string(),
      enteredAt: instant,
      expectedLift: z.iso.date().nullable(),
    }),
  ),
  statements: z.array(
    z.strictObject({ nation: z.string(), kind: z.string(), words: z.string(), madeAt: instant }),
  ),
  /** Earlier decisions it refers to. */
  predecessors: z.array(
    z.strictObject({ number: z.string(), hash, relation: z.enum(['corrects', 'replaces', 'follows']) }),
  ),
  distribution: z.array(z.string()),
  chair: someone.nullable(),
  drafter: someone,
});
export type DecisionSheet = z.infer<typeof decisionSheet>;

/** The bytes a sheet's hash is over, and what is sealed: canonical JSON (RFC 8785). */
export function sheetText(sheet: DecisionSheet): string {
  return canonical(sheet as unknown as Canonical);
}

/** SHA-256, in hex, of a text in UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
