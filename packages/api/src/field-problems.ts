import type { ZodError } from 'zod';
import type { FieldProblem } from './errors.ts';

/** What zod found, as fields with the keys of their words. Our own messages are keys; zod's become `invalid`. */
export function fieldsOf(error: ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({
    path: issue.path.join('.'),
    key: issue.message.startsWith('errors.') ? issue.message.slice('errors.'.length) : 'invalid',
    params: plain('params' in issue ? issue.params : undefined),
  }));
}

function plain(params: unknown): Record<string, string | number> {
  if (typeof params !== 'object' || params === null) return {};
  return Object.fromEntries(
    Object.entries(params).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  );
}
