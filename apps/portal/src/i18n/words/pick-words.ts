export type Words = { [key: string]: unknown };

/** The parts of the messages at these paths, each at its place. */
export function pickWords(all: Words, paths: readonly string[]): Words {
  const picked: Words = {};
  for (const path of paths) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let from = all;
    let to = picked;
    for (const key of keys) {
      from = (from[key] ?? {}) as Words;
      to[key] = { ...(to[key] as Words | undefined) };
      to = to[key] as Words;
    }
    to[last] = from[last];
  }
  return picked;
}
