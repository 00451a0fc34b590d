import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';

/** What is wrong with one variable, and how to mend it, in one sentence. */
export interface SettingsProblem {
  variable: string;
  message: string;
}

/** The environment as a plain record: what readSettings reads. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads variables one by one, collecting every problem instead of stopping at the first. */
export class Fields {
  readonly problems: SettingsProblem[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  /** The value as the schema wants it; the remedy says what the variable must be. An empty value counts as absent. */
  read<T>(variable: string, schema: z.ZodType<T>, remedy: string): T | undefined {
    const text = this.#text(variable);
    if (text === undefined) return undefined;
    const result = schema.safeParse(text);
    if (result.success) return result.data;
    this.report(variable, `${variable} must be ${remedy}.`);
    return undefined;
  }

  /** As `read`, for secrets: they may come from a file named by VARIABLE_FILE, and are never repeated in a message. */
  secret<T>(variable: string, schema: z.ZodType<T>, remedy: string): T | undefined {
    const file = this.#text(`${variable}_FILE`);
    if (file === undefined) return this.read(variable, schema, remedy);
    if (this.#text(variable) !== undefined) {
      this.report(variable, `Set either ${variable} or ${variable}_FILE, not both.`);
      return undefined;
    }
    const text = readText(file);
    if (text === undefined) {
      this.report(
        variable,
        `${variable}_FILE names "${file}", which cannot be read. Correct the path or its permissions.`,
      );
      return undefined;
    }
    const result = schema.safeParse(text.trim());
    if (result.success) return result.data;
    this.report(variable, `The file named by ${variable}_FILE must hold ${remedy}.`);
    return undefined;
  }

  /** Whether the variable, or its file, was given at all. */
  has(variable: string): boolean {
    return this.#text(variable) !== undefined || this.#text(`${variable}_FILE`) !== undefined;
  }

  report(variable: string, message: string): void {
    this.problems.push({ variable, message });
  }

  #text(variable: string): string | undefined {
    const text = this.#env[variable]?.trim();
    return text === '' ? undefined : text;
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** A whole number between two bounds. */
export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);
}

/** An address of the web without path, question or account: an origin. */
export const origin = z
  .string()
  .transform(parseUrl)
  .refine((url) => url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/')
  .refine((url) => url !== undefined && url.search + url.hash + url.username + url.password === '')
  .transform((url) => url ?? new URL('http://localhost'));

/** An address of one of the given schemes, kept as text. */
export function address(...protocols: string[]) {
  return z.string().refine((text) => {
    const url = parseUrl(text);
    return url !== undefined && protocols.includes(url.protocol) && url.hostname !== '';
  });
}

/** Yes or no, in the usual spellings. */
export const yesOrNo = z
  .enum(['1', 'true', 'yes', 'on', '0', 'false', 'no', 'off'])
  .transform((word) => ['1', 'true', 'yes', 'on'].includes(word));

/** Addresses and networks, separated by commas. */
export const networks = z
  .string()
  .transform((text) => text.split(',').map((entry) => entry.trim()))
  .refine((entries) => entries.every(isNetwork));

function isNetwork(entry: string): boolean {
  const [host = '', prefix, more] = entry.split('/');
  const family = isIP(host);
  if (family === 0 || more !== undefined) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 6 ? 128 : 32));
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
