/** Reads one character, or goes on to several states at once. */
export type State =
  | { is: 'read'; takes: (character: string) => boolean; to: number }
  | { is: 'split'; to: number[] };

/** A pattern as states: it matches when `end` is among those reached at the end of the text. */
export type Machine = { states: State[]; start: number; end: number };

/** What a pattern is made of. */
export type Node =
  | { is: 'one'; takes: (character: string) => boolean }
  | { is: 'row'; parts: Node[] }
  | { is: 'either'; parts: Node[] }
  | { is: 'times'; part: Node; least: number; most: number };

const MOST_STATES = 2_000;

/** Turns the parts of a pattern into states, or null when they are too many. */
export function toMachine(node: Node): Machine | null {
  const states: State[] = [{ is: 'split', to: [] }];
  const start = build(node, 0, states);
  return start === null ? null : { states, start, end: 0 };
}

/** Adds the states of a node that go on to `to`; gives where they begin. Null when there are too many. */
function build(node: Node, to: number, states: State[]): number | null {
  if (states.length > MOST_STATES) return null;
  if (node.is === 'one') return states.push({ is: 'read', takes: node.takes, to }) - 1;
  if (node.is === 'row') {
    return node.parts.reduceRight<number | null>(
      (after, part) => (after === null ? null : build(part, after, states)),
      to,
    );
  }
  if (node.is === 'either') {
    const starts = node.parts.map((part) => build(part, to, states));
    if (starts.some((one) => one === null)) return null;
    return states.push({ is: 'split', to: starts.filter((one) => one !== null) }) - 1;
  }
  return repeat(node, to, states);
}

function repeat(
  { part, least, most }: Extract<Node, { is: 'times' }>,
  to: number,
  states: State[],
): number | null {
  let after: number | null = most === Number.POSITIVE_INFINITY ? loop(part, to, states) : to;
  const optional = most === Number.POSITIVE_INFINITY ? 0 : most - least;
  for (let count = 0; count < optional && after !== null; count += 1) {
    const inner: number | null = build(part, after, states);
    after = inner === null ? null : states.push({ is: 'split', to: [inner, to] }) - 1;
  }
  for (let count = 0; count < least && after !== null; count += 1) after = build(part, after, states);
  return after;
}

function loop(part: Node, to: number, states: State[]): number | null {
  const split: State = { is: 'split', to: [to] };
  const at = states.push(split) - 1;
  const inner = build(part, at, states);
  if (inner === null) return null;
  split.to.push(inner);
  return at;
}
