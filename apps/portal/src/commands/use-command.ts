'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { readFailure } from './failure.ts';
import { Intent } from './intent.ts';
import { type ErrorWords, type FailureWords, failureWords } from './words.ts';

type State = FailureWords & { pending: boolean; attempt: number };

/** A command's input without the id, which is made here; over each member of a union. */
type Typed<Sent> = Sent extends unknown ? Omit<Sent, 'commandId'> : never;

const idle: State = { pending: false, attempt: 0, message: null, entries: [], key: null };

/** What a form or a button needs to run one command of the API. */
export type Command<Input, Output> = State & {
  /** Sends the command; resolves to its answer, or to undefined when it failed. */
  run: (input: Input) => Promise<Output | undefined>;
  /** What is wrong with one value of the input. */
  errorOf: (path: string) => string | null;
  /** Forgets the last failure. */
  reset: () => void;
};

/**
 * Runs a mutation for one intent at a time: gives it a command id that stays through tries, refuses a second press
 * while the first is under way, and puts what went wrong into words. Typed values stay where they are: in the form.
 *
 *     const rename = useCommand(api.cohorts.rename.mutate)
 *     const done = await rename.run({ cohortId, name })
 *     if (done) router.refresh()
 */
export function useCommand<Sent extends { commandId: string }, Output>(
  mutate: (input: Sent) => Promise<Output>,
): Command<Typed<Sent>, Output> {
  const words = useTranslations() as unknown as ErrorWords;
  const intent = useRef(new Intent());
  const running = useRef(false);
  const [state, setState] = useState<State>(idle);

  async function run(input: Typed<Sent>): Promise<Output | undefined> {
    if (running.current) return undefined;
    running.current = true;
    setState((before) => ({ ...before, pending: true }));
    try {
      const output = await mutate({ ...input, commandId: intent.current.idFor(input) } as unknown as Sent);
      intent.current.settle();
      setState((before) => ({ ...idle, attempt: before.attempt }));
      return output;
    } catch (error) {
      const failure = failureWords(readFailure(error), words);
      setState((before) => ({ ...failure, pending: false, attempt: before.attempt + 1 }));
      return undefined;
    } finally {
      running.current = false;
    }
  }

  return {
    ...state,
    run,
    errorOf: (path) => state.entries.find((entry) => entry.path === path)?.message ?? null,
    reset: () => setState(idle),
  };
}
