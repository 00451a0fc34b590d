/** A small deterministic generator (xorshift32): the same world on every run. */
export function generator(seed: number) {
  let state = seed;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return {
    chance: (share: number) => next() < share,
    below: (limit: number) => Math.floor(next() * limit),
    some: <Value>(values: readonly Value[], share: number) => values.filter(() => next() < share),
    one: <Value>(values: readonly Value[]) => values[Math.floor(next() * values.length)] as Value,
  };
}
/** What draws. */
export type Random = ReturnType<typeof generator>;
