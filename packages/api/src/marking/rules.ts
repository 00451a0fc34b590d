/** A marking in full. `releasableTo` is explicit; an empty one means its originator only, never everyone. */
export type Marking = {
  level: number;
  releasableTo: readonly string[];
  onlyFor: readonly string[];
  caveats: readonly string[];
  originator: string;
};

/** What counts of a person when a marking is asked: acting party, level and caveats now. */
export type Reader = { level: number; party: string; caveats: readonly string[] };

/** The same marking with its sets sorted and single, and an empty releasable-to written out. */
export function normalise(marking: Marking): Marking {
  const set = (values: readonly string[]) => [...new Set(values)].sort();
  return {
    level: marking.level,
    releasableTo: marking.releasableTo.length > 0 ? set(marking.releasableTo) : [marking.originator],
    onlyFor: set(marking.onlyFor),
    caveats: set(marking.caveats),
    originator: marking.originator,
  };
}

/** The parties that may read under a marking: releasable-to, narrowed by only-for where there is one. */
export function partiesOf(marking: Marking): string[] {
  const { releasableTo, onlyFor } = normalise(marking);
  return onlyFor.length === 0 ? [...releasableTo] : releasableTo.filter((party) => onlyFor.includes(party));
}

/** The marking half of READ (DESIGN 2); need to know is the container's. */
export function mayRead(reader: Reader, marking: Marking): boolean {
  const { releasableTo, onlyFor, caveats, level } = normalise(marking);
  return (
    level <= reader.level &&
    releasableTo.includes(reader.party) &&
    (onlyFor.length === 0 || onlyFor.includes(reader.party)) &&
    caveats.every((caveat) => reader.caveats.includes(caveat))
  );
}

/** Whether `strong` is no weaker than `weak`: whoever may read under the first may read under the second. */
export function dominates(strong: Marking, weak: Marking): boolean {
  const open = partiesOf(weak);
  return (
    strong.level >= weak.level &&
    partiesOf(strong).every((party) => open.includes(party)) &&
    weak.caveats.every((caveat) => strong.caveats.includes(caveat))
  );
}

/**
 * The weakest marking that dominates all of these: highest level, common parties, all caveats. Null when no party
 * is common to all: nobody could read it, and an empty set must never be taken for "everyone".
 */
export function combine(markings: readonly Marking[], originator: string): Marking | null {
  const [first, ...rest] = markings;
  if (!first) return null;
  const parties = rest.reduce(
    (common, marking) => common.filter((party) => partiesOf(marking).includes(party)),
    partiesOf(first),
  );
  if (parties.length === 0) return null;
  return normalise({
    level: Math.max(...markings.map((marking) => marking.level)),
    releasableTo: parties,
    onlyFor: [],
    caveats: markings.flatMap((marking) => [...marking.caveats]),
    originator,
  });
}
