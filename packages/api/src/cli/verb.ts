import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Exit codes of every verb. */
export const EXIT = { ok: 0, failure: 1, usage: 2 } as const;

/** What a verb was called with. */
export interface Call {
  flags: Readonly<Record<string, string | boolean | undefined>>;
  values: readonly string[];
}

/** One thing an operator can ask for. */
export interface Verb {
  /** Everything after the verb's name, as shown in its help, such as `<file> [--json]`. */
  usage: string;
  /** More help, one line each. */
  help?: readonly string[];
  options?: ParseArgsConfig['options'];
  /** How many values it takes, at least and at most. */
  values?: readonly [least: number, most: number];
  run(call: Call): Promise<number>;
}

/** The operator asked for something that cannot be: the answer is the sentence and exit code 2. */
export class UsageError extends Error {}

/** A refusal worded for the operator: the answer is the sentence and exit code 1, with no stack. */
export class Refusal extends Error {}

/** Reads a verb's arguments; what it does not know is an error that names it. */
export function readCall(verb: Verb, args: readonly string[]): Call {
  const options = { ...verb.options, help: { type: 'boolean', short: 'h' } } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
    });
    const [least, most] = verb.values ?? [0, 0];
    const flags = values as Call['flags'];
    if (flags.help !== true && (positionals.length < least || positionals.length > most)) {
      throw new UsageError(
        least === most ? `It takes ${most} value(s).` : `It takes ${least} to ${most} values.`,
      );
    }
    return { flags, values: positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Prints one line for a person. */
export function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a value for a program. */
export function sayJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
