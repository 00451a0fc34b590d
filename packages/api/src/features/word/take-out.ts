import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { combine } from '../../marking/rules.ts';
import { sitsIn } from '../../policies/texts.ts';
import { record } from '../../record/record.ts';
import { holdingsOf, namesNation } from '../texts/beside.ts';
import {
  type LoadedText,
  type LoadedVersion,
  newestVersion,
  openVersion,
  textForReading,
  versionOf,
} from '../texts/load.ts';
import { compareVersions } from '../texts/redline.ts';
import { settle } from '../texts/rules.ts';
import { markingById } from '../threads/expand-marking.ts';
import { paperMarking } from './labelling.ts';
import { changedParagraphs, plainParagraphs } from './paragraphs.ts';
import type { takeOutInput } from './schemas.ts';
import { paperFormats, paperWords } from './words.ts';
import { type WordExport, wordInstant } from './write.ts';

type Input = z.infer<typeof takeOutInput>;

/** What is taken out, before it is set as a Word file, and what that file is called. */
export type TakenOut = { name: string; text: WordExport };

/** A text as Word is to hold it, as far as the person may read it. Who only contributes has the newest, clean. */
export async function takeOut(ctx: SignedIn, input: Input): Promise<TakenOut> {
  const text = await textForReading(ctx, input.textId);
  const newest = await versionOf(ctx, text.id);
  const version = input.version === undefined ? newest : await versionOf(ctx, text.id, input.version);
  const plain = input.view === 'clean' && version.id === newest.id;
  if (!plain && !sitsIn(ctx.actor, text.body.id)) throw notFound();
  const since = input.view === 'redline' ? await otherVersion(ctx, version, input.since) : null;
  const marking = await markingOf(ctx, text, since ? [version, since] : [version]);
  const paper = await paperMarking(ctx, marking);
  await record(ctx, {
    action: 'text.takeOut',
    subject: 'text',
    subjectId: text.id,
    markingId: text.markingId,
    details: { view: input.view, version: version.number, ...(since && { since: since.number }) },
  });
  return {
    name: nameOf(paper.level, { text, version, since, view: input.view }),
    text: {
      title: text.title,
      lines: await linesOf(ctx, { text, version, since, view: input.view }),
      marking: paper.words,
      language: ctx.locale,
      paragraphs: await paragraphsOf(ctx, { text, version, since, view: input.view }),
      origin: originOf(ctx, { text, version, since, view: input.view }),
      label: paper.label,
    },
  };
}

/** The one before, or any other that is asked for: a redline reads in either direction. */
async function otherVersion(ctx: SignedIn, version: LoadedVersion, since = version.number - 1) {
  if (since < 1 || since === version.number) throw notFound();
  return versionOf(ctx, version.textId, since);
}

/** The weakest marking no weaker than that of the text and of each version shown. */
async function markingOf(ctx: SignedIn, text: LoadedText, versions: readonly LoadedVersion[]) {
  const others = versions.filter((version) => version.markingId !== text.markingId);
  const markings = await Promise.all(others.map((version) => markingById(ctx, version.markingId)));
  const whole = combine([text.marking, ...markings], text.marking.originator);
  if (!whole) throw notFound();
  return whole;
}

type Chosen = { text: LoadedText; version: LoadedVersion; since: LoadedVersion | null; view: Input['view'] };

async function paragraphsOf(ctx: SignedIn, { text, version, since, view }: Chosen) {
  const { paragraphs } = await openVersion(ctx, version);
  if (!sitsIn(ctx.actor, text.body.id)) return plainParagraphs(paragraphs, () => []);
  const holdings = await holdingsOf(ctx, text.id, await endOf(ctx, version));
  const settled = settle(paragraphs, holdings);
  if (since) {
    const before = await openVersion(ctx, since);
    const held = await holdingsOf(ctx, text.id, await endOf(ctx, since));
    const was = paperWords[ctx.locale].was;
    return changedParagraphs(compareVersions(settle(before.paragraphs, held), settled), was);
  }
  const named = view === 'bracketed' ? holdings.filter((one) => namesNation(ctx, text, one.partyId)) : [];
  return plainParagraphs(settled, (bracketId, optionId) =>
    named
      .filter((one) => one.bracketId === bracketId && one.optionId === optionId)
      .map((one) => one.nation.code),
  );
}

/** Until when a version was the text: brackets are shown as they stood then, those of the newest as they stand now. */
export async function endOf(ctx: SignedIn, version: LoadedVersion): Promise<Date | null> {
  const next = await newestVersion(ctx, version.textId, version.number + 1);
  return next?.madeAt ?? null;
}

function originOf(ctx: SignedIn, { text, version, view }: Chosen): WordExport['origin'] {
  return {
    textId: text.id,
    version: version.number,
    hash: version.contentHash,
    view,
    takenOutAt: ctx.now.toISOString(),
    changes: {
      author: paperWords[ctx.locale].chair(version.number),
      date: wordInstant(version.madeAt),
    },
  };
}

async function linesOf(ctx: SignedIn, { text, version, since, view }: Chosen): Promise<string[]> {
  const { locale } = ctx;
  const words = paperWords[locale];
  const formats = paperFormats(locale);
  const { note } = sitsIn(ctx.actor, text.body.id) ? await openVersion(ctx, version) : { note: '' };
  const body = locale === 'fr' ? text.body.nameFr : text.body.nameEn;
  return [
    [body, text.reference].filter(Boolean).join(' · '),
    words.version(version.number, formats.day(version.madeAt)),
    since ? words.changes(since.number) : words.views[view],
    words.known(version.contentHash),
    words.takenOut(formats.instant(ctx.now)),
    ...(note === '' ? [] : [words.note(note)]),
  ];
}

/** Says the level, which text by the end of its id, and which version. Never a title: file names travel in the clear. */
function nameOf(level: string, { text, version, since, view }: Chosen): string {
  const shown = since ? `redline-since-v${since.number}` : view;
  return `${levelInName(level)}_text-${text.id.slice(-8)}_v${version.number}_${shown}.docx`;
}

/** A level as a file's name carries it: `ALLIANCE-RESTRICTED`. */
export const levelInName = (level: string): string =>
  level
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .trim()
    .replaceAll(' ', '-');
