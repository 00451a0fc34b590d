/** What shows a competence. Instants are milliseconds; `until`: null for ever. */
export type Proof = {
  kind: 'course' | 'questions' | 'exercise';
  subjectId: string;
  from: number;
  until: number | null;
};

/** Where somebody stands with one competence. */
export type Standing = 'missing' | 'expired' | 'endsSoon' | 'shown';

/** What ends within so many days ends soon: as long as a renewal is open by default. */
export const SOON_DAYS = 60;
/** For how many months the part somebody played in an exercise shows what it is mapped to. */
export const EXERCISE_MONTHS = 24;

const DAY = 86_400_000;

/** What stands for a competence at this instant: its proofs that count, the longest first, and until when they do. */
export function competenceOf(
  proofs: readonly Proof[],
  now: number,
): { standing: Standing; until: number | null; proofs: Proof[] } {
  const begun = proofs.filter(({ from }) => from <= now).sort(longestFirst);
  const valid = begun.filter(({ until }) => until === null || until > now);
  const [best] = valid;
  if (!best) {
    const [ended] = begun;
    return { standing: ended ? 'expired' : 'missing', until: ended?.until ?? null, proofs: [] };
  }
  const soon = best.until !== null && best.until <= now + SOON_DAYS * DAY;
  return { standing: soon ? 'endsSoon' : 'shown', until: best.until, proofs: valid };
}

function longestFirst(one: Proof, other: Proof): number {
  const end = ({ until }: Proof) => until ?? Number.MAX_SAFE_INTEGER;
  return end(other) - end(one) || other.from - one.from || one.subjectId.localeCompare(other.subjectId);
}

/** Whether it stands now. */
export function isShown(standing: Standing): boolean {
  return standing === 'shown' || standing === 'endsSoon';
}

/** How much of what some work needs is there. A thing needed twice counts once. */
export function countOf(standings: readonly Standing[]): { shown: number; endsSoon: number; all: number } {
  return {
    shown: standings.filter(isShown).length,
    endsSoon: standings.filter((standing) => standing === 'endsSoon').length,
    all: standings.length,
  };
}

/** A course that could be taken: what it teaches, and whether it is begun already. */
export type Offer = { courseId: string; title: string; underWay: boolean; teaches: readonly string[] };

/**
 * The one course to take next: for the first work something is missing of, the one under way, then the one that teaches
 * most of what is missing there. What only ends soon is asked for when nothing is missing anywhere.
 */
export function nextCourse<One extends Offer>(
  works: readonly { needs: readonly { itemId: string; standing: Standing }[] }[],
  offers: readonly One[],
): { offer: One; covers: number } | null {
  const wanted = (which: (standing: Standing) => boolean) =>
    works.map(({ needs }) => needs.filter(({ standing }) => which(standing)).map(({ itemId }) => itemId));
  const missing = wanted((standing) => !isShown(standing));
  for (const lacking of [...missing, ...wanted((standing) => standing === 'endsSoon')]) {
    const best = bestOf(new Set(lacking), offers);
    if (best) return best;
  }
  return null;
}

function bestOf<One extends Offer>(lacking: ReadonlySet<string>, offers: readonly One[]) {
  const useful = offers
    .map((offer) => ({ offer, covers: offer.teaches.filter((id) => lacking.has(id)).length }))
    .filter(({ covers }) => covers > 0);
  useful.sort(
    (one, other) =>
      Number(other.offer.underWay) - Number(one.offer.underWay) ||
      other.covers - one.covers ||
      one.offer.title.localeCompare(other.offer.title),
  );
  return useful[0] ?? null;
}
