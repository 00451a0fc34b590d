import type { z } from 'zod';
import { ecsfFile, readEcsf } from './ecsf.ts';
import { niceFile, readNice } from './nice.ts';
import type { FrameworkRead } from './types.ts';

/** The largest file taken, in bytes of its text. */
export const MOST_BYTES = 20_000_000;

/** Reads a framework from its own JSON: ECSF or NICE, told apart by what stands in it. Never throws. */
export function readFramework(text: string): FrameworkRead {
  const json = parsed(text);
  if (json === undefined) return refused('', 'JSON');
  if (typeof json === 'object' && json !== null && 'role-profiles' in json)
    return shaped(ecsfFile, json, readEcsf);
  if (typeof json === 'object' && json !== null && 'response' in json)
    return shaped(niceFile, json, readNice);
  return refused('', 'ECSF, NICE');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}

function shaped<Schema extends z.ZodType>(
  schema: Schema,
  json: unknown,
  read: (file: z.output<Schema>) => FrameworkRead,
): FrameworkRead {
  const result = schema.safeParse(json);
  if (result.success) return read(result.data);
  const problems = result.error.issues.slice(0, 50).map(({ path, message }) => ({
    path: path
      .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
      .join('')
      .replace(/^\./, ''),
    problem: 'shape' as const,
    detail: message,
  }));
  return { framework: null, problems };
}

const refused = (path: string, detail: string): FrameworkRead => ({
  framework: null,
  problems: [{ path, problem: 'shape', detail }],
});
