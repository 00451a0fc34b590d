import { z } from 'zod';
import { appRouter } from '../root.ts';
import type { Meta } from '../trpc.ts';
import { EXIT, say, sayJson, type Verb } from './verb.ts';

/** One procedure as a program may read about it. */
export interface ProcedureEntry {
  path: string;
  kind: string;
  input: unknown;
  guard: string;
}

/** Lists every procedure of the API. */
export const verb: Verb = {
  usage: '[--json]',
  help: [
    'Every procedure: its path, whether it asks or commands, who may call it, and its input as JSON Schema.',
  ],
  options: { json: { type: 'boolean' } },
  async run({ flags }) {
    const all = listProcedures(appRouter._def.procedures);
    if (flags.json) sayJson(all);
    else for (const { path, kind, guard } of all) say(`${kind.padEnd(12)} ${guard.padEnd(14)} ${path}`);
    return EXIT.ok;
  },
};

/** Reads a router's procedures, by path. Instants cross as ISO strings, so nothing in an input lacks a JSON form. */
export function listProcedures(procedures: object): ProcedureEntry[] {
  return Object.entries(procedures)
    .map(([path, procedure]) => {
      const { type, inputs, meta } = (procedure as Described)._def;
      const [input] = inputs.filter((parser) => parser instanceof z.ZodType).slice(-1);
      const schema = input && z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
      return { path, kind: type, input: schema ?? null, guard: meta?.guard ?? 'public' };
    })
    .sort((one, other) => one.path.localeCompare(other.path));
}

/** What tRPC keeps of a procedure. */
type Described = { _def: { type: string; inputs: unknown[]; meta?: Meta } };
