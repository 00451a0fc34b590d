/** A feature's folder in a path of the checkout, or what else a file belongs to. */
const FEATURE = /^(src\/features\/[^/]+\/)/;
/** What lies beneath a package, and is imported by it. */
const BENEATH: Readonly<Record<string, string>> = {
  'packages/api': 'packages/db/',
  'apps/portal': 'packages/api/',
};
/** The files by which features are known to the whole: what they import is every feature. */
const INDEX = /^src\/(root|access|shadow)\b/;

/**
 * Which tests of a package a change is looked at with in the fast loop: Vitest's arguments, or null for none. Where features
 * alone have changed, those beside them and the two that look at all procedures; anything beneath them concerns
 * whatever imports it, and Vitest follows that. `npm test` runs every test.
 */
export function concernedTests(folder: string, changed: readonly string[], since: string): string[] | null {
  const own = changed.flatMap((path) => (path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : []));
  const followed = [`--changed=${since}`, '--passWithNoTests'];
  const beneath = BENEATH[folder];
  if (beneath && changed.some((path) => path.startsWith(beneath))) return followed;
  if (own.length === 0) return null;
  const places = own.map((path) => (INDEX.test(path) ? 'src/root.test.ts' : FEATURE.exec(path)?.[1]));
  if (places.some((place) => place === undefined)) return followed;
  const whole = folder === 'packages/api' ? ['src/root.test.ts', 'src/access.test.ts'] : [];
  const named = places.flatMap((place) => place ?? []);
  return [...new Set([...named, ...whole]), '--passWithNoTests'];
}
