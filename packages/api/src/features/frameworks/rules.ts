/** What a framework names. */
export const itemKinds = ['category', 'role', 'competence', 'task', 'knowledge', 'skill'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What can be mapped to it. */
export const mapSubjects = ['course', 'workRole', 'exerciseRole', 'questionCategory', 'question'] as const;
export type MapSubject = (typeof mapSubjects)[number];

/** One thing a framework names, as versions are compared. */
export type Named = { kind: ItemKind; code: string; title: string; description: string };

/** What a file makes of the version held: things that are new, that say something else now, that are gone. */
export type Difference<Item extends Named> = {
  added: Item[];
  changed: { code: string; before: Named; after: Item }[];
  gone: Named[];
};

/** Compares by code. A thing that says the same in the same kind is neither new nor changed. */
export function differenceOf<Item extends Named>(
  held: readonly Named[],
  read: readonly Item[],
): Difference<Item> {
  const before = new Map(held.map((item) => [item.code, item]));
  const after = new Set(read.map(({ code }) => code));
  const difference: Difference<Item> = { added: [], changed: [], gone: [] };
  for (const item of read) {
    const known = before.get(item.code);
    if (!known) difference.added.push(item);
    else if (!saysTheSame(known, item))
      difference.changed.push({ code: item.code, before: known, after: item });
  }
  difference.gone = held.filter(({ code }) => !after.has(code));
  return difference;
}

/** Whether two versions of a thing mean the same to who mapped something to it. */
export function saysTheSame(one: Named, other: Named): boolean {
  return one.kind === other.kind && one.title === other.title && one.description === other.description;
}

const natural = new Intl.Collator('en', { numeric: true });

/** Orders versions as people count them: v2 before v10, 2.1.0 before 2.1.1. */
export function compareVersions(one: string, other: string): number {
  return natural.compare(one, other);
}

/** Of each framework the version that counts: the highest. */
export function currentOf<Framework extends { code: string; version: string }>(
  frameworks: readonly Framework[],
): Framework[] {
  const best = new Map<string, Framework>();
  for (const one of frameworks) {
    const known = best.get(one.code);
    if (!known || compareVersions(one.version, known.version) > 0) best.set(one.code, one);
  }
  return [...best.values()];
}

/** The version a file is compared with: the same one where it is held, else the next lower, else the highest held. */
export function comparedWith<Framework extends { version: string }>(
  held: readonly Framework[],
  version: string,
): Framework | null {
  const sorted = [...held].sort((one, other) => compareVersions(other.version, one.version));
  return (
    sorted.find((one) => one.version === version) ??
    sorted.find((one) => compareVersions(one.version, version) < 0) ??
    sorted[0] ??
    null
  );
}
