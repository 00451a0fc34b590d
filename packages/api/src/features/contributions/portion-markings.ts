import { levels } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import type { SignedIn } from '../../context.ts';
import { fieldError } from '../../errors.ts';
import { dominates, type Marking, partiesOf } from '../../marking/rules.ts';
import { assertReadable } from '../threads/expand-marking.ts';
import { type Fence, MOST_PORTIONS, type Segment, segmentsOf } from './portions.ts';

/** A stretch of a text with the marking it is under; null where that is the entry's own. */
export type Marked = Segment & { marking: Marking | null };

/** A text in stretches, each part with the marking its sign says; what is wrong names the line. */
export async function markedSegments(ctx: SignedIn, source: string, entry: Marking): Promise<Marked[]> {
  const { segments, problem } = segmentsOf(source);
  if (problem) throw fieldError('text', `contribution.portion.${problem.key}`, { line: problem.line });
  const parts = segments.filter(({ fence }) => fence);
  if (parts.length === 0) return segments.map((segment) => ({ ...segment, marking: null }));
  if (parts.length > MOST_PORTIONS)
    throw fieldError('text', 'contribution.portion.tooMany', { max: MOST_PORTIONS });
  if (parts.length === segments.length) throw fieldError('text', 'contribution.portion.onlyParts');
  const codes = await fenceCodes(ctx);
  return segments.map((segment) => {
    if (!segment.fence) return { ...segment, marking: null };
    const marking = markingOf(codes, segment.fence, { entry, line: segment.line });
    assertReadable(ctx, marking);
    return { ...segment, marking };
  });
}

type Codes = Awaited<ReturnType<typeof fenceCodes>>;

/** Levels and parties by the codes that signs use. */
export async function fenceCodes(ctx: Pick<SignedIn, 'tx'>) {
  return {
    levels: await ctx.tx.select({ rank: levels.rank, code: levels.code }).from(levels),
    parties: await ctx.tx
      .select({ id: parties.id, code: parties.code, ally: parties.ally })
      .from(parties)
      .orderBy(parties.code),
  };
}

/** The marking a sign says, with what the entry's own adds: caveats, and only-for, which a sign never widens. */
function markingOf(codes: Codes, fence: Fence, { entry, line }: { entry: Marking; line: number }): Marking {
  const level = codes.levels.find(({ code }) => code === fence.level);
  if (!level) throw fieldError('text', 'contribution.portion.levelUnknown', { line, level: fence.level });
  const ids = fence.parties.flatMap((code) => {
    if (code === 'ALLIES') return partiesOf(entry).filter((id) => isAlly(codes, id));
    const party = codes.parties.find((one) => one.code === code);
    if (!party) throw fieldError('text', 'contribution.portion.partyUnknown', { line, party: code });
    return [party.id];
  });
  const marking = {
    ...{ level: level.rank, releasableTo: [...new Set(ids)], onlyFor: [] },
    ...{ caveats: entry.caveats, originator: entry.originator },
  };
  if (marking.releasableTo.length === 0 || !dominates(marking, entry))
    throw fieldError('text', 'contribution.portion.wider', { line });
  return marking;
}

const isAlly = (codes: Codes, id: string) => codes.parties.some((party) => party.id === id && party.ally);

/** The sign that says a marking. */
export function fenceOf(codes: Codes, marking: Marking): Fence {
  const open = new Set(partiesOf(marking));
  return {
    level: codes.levels.find(({ rank }) => rank === marking.level)?.code ?? '',
    parties: codes.parties.filter(({ id }) => open.has(id)).map(({ code }) => code),
  };
}
