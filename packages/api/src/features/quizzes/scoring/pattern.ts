import { parsePattern } from './pattern-parse.ts';
import type { Machine, State } from './pattern-states.ts';

/** A text longer than this matches no pattern: nobody types it as a short answer. */
const MOST_CHARACTERS = 1_000;

/**
 * Whether the whole text is what the pattern describes, without regard to case. Patterns are run as a set of states
 * over the text, character by character, so that no pattern can take long: time grows with pattern × text.
 */
export function matchesPattern(source: string, text: string): boolean {
  const machine = parsePattern(source);
  if (machine === null || text.length > MOST_CHARACTERS) return false;
  let live = follow(machine, new Set([machine.start]));
  for (const character of text.toLowerCase()) {
    const next = new Set<number>();
    for (const at of live) {
      const state = machine.states[at];
      if (state?.is === 'read' && state.takes(character)) next.add(state.to);
    }
    live = follow(machine, next);
    if (live.size === 0) return false;
  }
  return live.has(machine.end);
}

/** Whether a pattern can be used: within the subset that is run here, and not too large. */
export function isPattern(source: string): boolean {
  return parsePattern(source) !== null;
}

/** Adds every state that is reached without reading. */
function follow({ states }: Machine, from: Set<number>): Set<number> {
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of onward(states[at])) {
      if (from.has(to)) continue;
      from.add(to);
      open.push(to);
    }
  }
  return from;
}

const onward = (state: State | undefined): readonly number[] => (state?.is === 'split' ? state.to : []);
