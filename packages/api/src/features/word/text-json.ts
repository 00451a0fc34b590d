import type { SignedIn } from '../../context.ts';
import { found, notFound } from '../../errors.ts';
import { combine, type Marking } from '../../marking/rules.ts';
import { record } from '../../record/record.ts';
import { type LoadedText, textForReading } from '../texts/load.ts';
import { numbersOf } from '../texts/rules.ts';
import { hashedMarking } from '../texts/seals.ts';
import { markingsById } from '../threads/expand-marking.ts';
import { labelJson } from './label.ts';
import { paperMarkings } from './labelling.ts';
import { levelInName } from './take-out.ts';
import { codesOf, type TextMaterial, textMaterial } from './text-material.ts';

/** The format of an exported text (docs/formats/consultation.md). */
export const TEXT_FORMAT = 'concord-text/1';

/** A text for a machine, as far as the person may read it, and what the file is called; that it went out is recorded. */
export async function takeOutTextJson(ctx: SignedIn, textId: string) {
  const text = await textForReading(ctx, textId);
  const material = await textMaterial(ctx, text);
  const known = await markingsById(ctx, [text.markingId, ...markingIdsOf(material)]);
  const banner = combine([...known.values()], text.marking.originator);
  if (!banner) throw notFound();
  const onPaper = await paperMarkings(ctx);
  const labelled: Labelled = (markingId, since) =>
    labelJson(onPaper(found(known.get(markingId)), since).label);
  await record(ctx, {
    ...{ action: 'text.takeOut', subject: 'text', subjectId: text.id, markingId: text.markingId },
    details: { view: 'json', versions: material.versions.length },
  });
  const whole = onPaper(banner);
  return {
    name: `${levelInName(whole.level)}_text-${text.id.slice(-8)}.json`,
    file: {
      format: TEXT_FORMAT,
      label: labelJson(whole.label),
      takenOutAt: ctx.now.toISOString(),
      text: aboutText(text, labelled),
      parties: Object.fromEntries(await codesIn(ctx, known)),
      versions: versionsOf(text, material, known, labelled),
      ...(material.beside && besideOf(material.beside, labelled)),
    },
  };
}

type Labelled = (markingId: string, since: Date) => ReturnType<typeof labelJson>;
type Known = ReadonlyMap<string, Marking>;

/** Every marking of what goes out: the whole is marked no weaker than any of it. */
function markingIdsOf({ versions, beside }: TextMaterial): string[] {
  const lists = beside ? [beside.amendments, beside.positions, beside.reservations, beside.statements] : [];
  return [...versions, ...lists.flat()].map((one) => one.markingId);
}

/** The codes of the parties that markings of the file name by their ids: a hash is over those. */
async function codesIn(ctx: SignedIn, known: Known): Promise<[string, string][]> {
  const named = new Set(
    [...known.values()].flatMap((one) => [...one.releasableTo, ...one.onlyFor, one.originator]),
  );
  return [...(await codesOf(ctx))].filter(([id]) => named.has(id)).sort(([a], [b]) => (a < b ? -1 : 1));
}

function aboutText({ id, title, reference, body, createdAt, markingId }: LoadedText, labelled: Labelled) {
  const { code, nameEn, nameFr } = body;
  return {
    ...{ id, title, reference, body: { code, nameEn, nameFr }, createdAt: createdAt.toISOString() },
    label: labelled(markingId, createdAt),
  };
}

/** Versions as they were made, each with exactly what its hash is over. */
function versionsOf(text: LoadedText, { versions }: TextMaterial, known: Known, labelled: Labelled) {
  return versions.map(({ number, hash, madeAt, madeBy, note, markingId, paragraphs }) => ({
    ...{ number, hash, madeAt: madeAt.toISOString(), madeBy, note, label: labelled(markingId, madeAt) },
    hashed: { title: text.title, marking: hashedMarking(found(known.get(markingId))), paragraphs },
    numbers: Object.fromEntries(numbersOf(paragraphs)),
  }));
}

type Beside = NonNullable<TextMaterial['beside']>;

function besideOf(
  { amendments, positions, reservations, statements, ...beside }: Beside,
  labelled: Labelled,
) {
  const said = <One extends { markingId: string; at: string }>({ markingId, ...one }: One) => ({
    ...one,
    label: labelled(markingId, new Date(one.at)),
  });
  return {
    ...beside,
    amendments: amendments.map(({ markingId, nation, sponsors, own: _, joined: __, ...one }) => ({
      ...one,
      nation: nation?.code ?? null,
      sponsors: sponsors.map(({ code }) => code),
      label: labelled(markingId, new Date(one.tabledAt)),
    })),
    positions: positions.map(said),
    reservations: reservations.map(said),
    statements: statements.map(said),
  };
}
