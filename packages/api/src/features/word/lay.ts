import { createHash } from 'node:crypto';
import type { SignedIn } from '../../context.ts';
import { type AmendmentView, amendmentsOf } from '../texts/amendments.ts';
import { holdingsOf } from '../texts/beside.ts';
import { type LoadedText, type LoadedVersion, newestVersion, openVersion, versionOf } from '../texts/load.ts';
import { compareWords } from '../texts/redline.ts';
import { numbersOf, settle, wordsOf } from '../texts/rules.ts';
import { amendmentContent, type Paragraph } from '../texts/schemas.ts';
import { type Proposal, place } from './place.ts';
import type { Origin, WordFile } from './read.ts';
import { tidy } from './recognise.ts';
import { endOf } from './take-out.ts';

/**
 * How a change stands to the text now. `changed`: the words it starts from have changed since the file was taken out;
 * `gone`: its paragraph is no longer there; `done`: the text says so already; `tabled`: one's nation has proposed it;
 * `unfit`: its words hold what cannot be kept, or too much.
 */
export type Standing = 'fresh' | 'changed' | 'gone' | 'done' | 'tabled' | 'unfit';

/** A file of another text is not laid beside this one; nothing more is said of that other text. */
export class OtherText extends Error {}

/** Lays a file beside a text: each change with what the text says now, so that nothing is applied by surprise. */
export async function layBeside(ctx: SignedIn, text: LoadedText, file: WordFile) {
  if (file.origin && file.origin.textId !== text.id) throw new OtherText();
  const newest = await versionOf(ctx, text.id);
  const from = await versionTakenOut(ctx, text, file.origin);
  const now = settle((await openVersion(ctx, newest)).paragraphs, await holdingsOf(ctx, text.id));
  const then = from ? await asTakenOut(ctx, from.version, from.origin) : now;
  const { proposals, notPlaced } = place(
    { ...file, origin: from?.origin ?? null },
    then.map(({ id, parts }) => ({ id, words: wordsOf(parts) })),
  );
  const own = (await amendmentsOf(ctx, text)).filter((one) => one.own && one.outcome === null);
  const current = beside(now);
  const keys = keysOf(proposals);
  return {
    base: newest.number,
    takenOut: from && { version: from.version.number, view: from.origin.view },
    notPlaced,
    proposals: proposals.map((proposal, index) => ({
      ...proposal,
      key: keys[index] ?? '',
      number: current.get(proposal.paragraphId ?? '')?.number ?? '',
      state: standingOf(proposal, current, own),
      // What it would change in the text as it stands now; where that moved on, also what it changed in the file.
      runs: compareWords(
        proposal.kind === 'insert' ? '' : (current.get(proposal.paragraphId ?? '')?.words ?? proposal.before),
        proposal.words,
      ),
      inFile: compareWords(proposal.before, proposal.words),
    })),
  };
}

export type Laid = Awaited<ReturnType<typeof layBeside>>;
export type LaidProposal = Laid['proposals'][number];

/** Only an untouched origin counts: a hash that is not the version's says nothing of where the words come from. */
async function versionTakenOut(ctx: SignedIn, text: LoadedText, origin: Origin | null) {
  if (!origin) return null;
  const version = await newestVersion(ctx, text.id, origin.version);
  return version?.contentHash === origin.hash ? { version, origin } : null;
}

/** A version with the brackets that stood when the file was taken out, or when the version ceased to be the text. */
async function asTakenOut(
  ctx: SignedIn,
  version: LoadedVersion,
  { takenOutAt }: Origin,
): Promise<Paragraph[]> {
  const end = await endOf(ctx, version);
  const at = new Date(takenOutAt);
  const { paragraphs } = await openVersion(ctx, version);
  return settle(paragraphs, await holdingsOf(ctx, version.textId, end && end < at ? end : at));
}

type Beside = Map<string, { words: string; number: string }>;

function beside(paragraphs: readonly Paragraph[]): Beside {
  const numbers = numbersOf(paragraphs);
  return new Map(
    paragraphs.map(({ id, parts }) => [id, { words: wordsOf(parts), number: numbers.get(id) ?? '' }]),
  );
}

function standingOf(proposal: Proposal, current: Beside, own: readonly AmendmentView[]): Standing {
  const { kind, paragraphId, words, before } = proposal;
  const target = paragraphId === null ? null : current.get(paragraphId);
  if (target === undefined) return kind === 'delete' ? 'done' : 'gone';
  if (kind === 'replace' && tidy(target?.words ?? '') === words) return 'done';
  const same = own.some(
    (one) => one.kind === kind && one.paragraphId === paragraphId && tidy(one.words) === words,
  );
  if (same) return 'tabled';
  if (kind !== 'delete' && !amendmentContent.shape.words.safeParse(words).success) return 'unfit';
  return kind !== 'insert' && tidy(target?.words ?? '') !== before ? 'changed' : 'fresh';
}

/** A name for each change that stays while the file and what it was compared with stay: the same when read again. */
function keysOf(proposals: readonly Proposal[]): string[] {
  const seen = new Map<string, number>();
  return proposals.map(({ kind, paragraphId, before, words }) => {
    const digest = createHash('sha256')
      .update(JSON.stringify([kind, paragraphId, before, words]))
      .digest('hex')
      .slice(0, 24);
    const nth = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, nth);
    return `${digest}-${nth}`;
  });
}
