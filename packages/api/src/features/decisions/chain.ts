import type { DecisionFile } from './file.ts';
import type { Finding } from './proof.ts';

/** A decision with what its sheet says of its place. */
type Placed = { file: DecisionFile; body: string; number: string; effectiveAt: string };

function placed(file: DecisionFile): Placed {
  const { body, number, effectiveAt } = file.sheet;
  const code = body && typeof body === 'object' && !Array.isArray(body) ? body.code : '';
  return { file, body: String(code), number: String(number), effectiveAt: String(effectiveAt) };
}

/**
 * What is wrong between decisions given together, by the number it is found at: each names the hash of the one before
 * it in its body, no two name the same, and only the earliest may follow one that was not given.
 */
export function chainFindings(files: readonly DecisionFile[]): Map<string, Finding[]> {
  const all = files.map(placed).sort(inOrder);
  const findings = new Map<string, Finding[]>();
  const bodies = new Set(all.map((one) => one.body));
  for (const body of bodies) {
    const ofBody = all.filter((one) => one.body === body);
    for (const one of ofBody) {
      const own = [...placeFindings(one, ofBody), ...referenceFindings(one, all)];
      if (own.length > 0) findings.set(one.number, own);
    }
  }
  return findings;
}

const inOrder = (one: Placed, other: Placed) =>
  one.effectiveAt < other.effectiveAt || (one.effectiveAt === other.effectiveAt && one.number < other.number)
    ? -1
    : 1;

function placeFindings(one: Placed, ofBody: readonly Placed[]): Finding[] {
  const { previous, hash } = one.file;
  const rival = ofBody.find(
    (other) => other !== one && other.file.previous === previous && other.file.hash !== hash,
  );
  if (rival) return [{ fault: 'twice', detail: `${rival.number} follows the same decision as it does.` }];
  if (one === ofBody[0]) return [];
  const before = ofBody.find((other) => other.file.hash === previous);
  if (!before)
    return [{ fault: 'gap', detail: 'The decision before it is not among the files, or is another one.' }];
  return ofBody.indexOf(before) < ofBody.indexOf(one)
    ? []
    : [{ fault: 'order', detail: `It follows ${before.number}, which took effect later.` }];
}

/** An earlier decision that is named, and is among the files, must be the one that is there. */
function referenceFindings(one: Placed, all: readonly Placed[]): Finding[] {
  const named = Array.isArray(one.file.sheet.predecessors) ? one.file.sheet.predecessors : [];
  return named.flatMap((reference): Finding[] => {
    if (!reference || typeof reference !== 'object' || Array.isArray(reference)) return [];
    const meant = all.find((other) => other.number === reference.number);
    return meant && meant.file.hash !== reference.hash
      ? [{ fault: 'reference', detail: `It names ${meant.number} with another hash.` }]
      : [];
  });
}
