import type { z } from 'zod';
import { ecsfFile, readEcsf } from './ecsf.ts';
import { faultIn } from './fault.ts';
import { lineAt, lineOf } from './lines.ts';
import { niceFile, readNice } from './nice.ts';
import type { FrameworkProblem, FrameworkRead } from './types.ts';

/** The largest file taken, in bytes of its text. */
export const MOST_BYTES = 20_000_000;

/** How many problems are told with their lines: finding one reads the text. */
const MOST_LINES = 50;

/** Reads a framework from its own JSON: ECSF or NICE, told apart by what stands in it. Never throws. */
export function readFramework(text: string): FrameworkRead {
  const { json, line } = parsed(text);
  if (json === undefined) return refused('notJson', 'JSON', line);
  const { framework, problems } = readJson(json);
  return {
    framework,
    problems: problems.map((one, index) => (index < MOST_LINES ? located(text, one) : one)),
  };
}

/** What counts things all over the file has no line. */
function located(text: string, problem: FrameworkProblem): FrameworkProblem {
  return problem.path === '' || problem.path.includes(' ')
    ? problem
    : { ...problem, line: lineOf(text, problem.path) };
}

function readJson(json: unknown): FrameworkRead {
  if (typeof json === 'object' && json !== null && 'role-profiles' in json)
    return shaped(ecsfFile, json, readEcsf);
  if (typeof json === 'object' && json !== null && 'response' in json)
    return shaped(niceFile, json, readNice);
  return refused('unknown', 'ECSF, NICE');
}

function parsed(text: string): { json: unknown; line: number | null } {
  try {
    return { json: JSON.parse(text.replace(/^\ufeff/, '')) as unknown, line: null };
  } catch {
    const at = faultIn(text);
    return { json: undefined, line: at === null ? null : lineAt(text, at) };
  }
}

function shaped<Schema extends z.ZodType>(
  schema: Schema,
  json: unknown,
  read: (file: z.output<Schema>) => FrameworkRead,
): FrameworkRead {
  const result = schema.safeParse(json);
  if (result.success) return read(result.data);
  const problems = result.error.issues.slice(0, 50).map(({ path, code, message }) => ({
    path: path
      .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
      .join('')
      .replace(/^\./, ''),
    problem: 'shape' as const,
    reason: reasonOf(code, message),
    detail: message,
  }));
  return { framework: null, problems };
}

function reasonOf(code: string, message: string): FrameworkProblem['reason'] {
  if (code === 'too_small' || code === 'too_big') return 'size';
  return message.endsWith('received undefined') ? 'missing' : 'kind';
}

const refused = (
  reason: 'notJson' | 'unknown',
  detail: string,
  line: number | null = null,
): FrameworkRead => ({
  framework: null,
  problems: [{ path: '', line, problem: 'shape', reason, detail }],
});
