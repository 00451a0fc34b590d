import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listProcedures } from './cli/procedures.ts';
import { appRouter } from './root.ts';
import { callerAs } from './testing/caller.ts';

/** What anybody may ask without being signed in; a new one is a decision, made here. */
const OPEN = [
  'account.acceptInvitation',
  'account.askForPasskey',
  'account.invitation',
  'account.requestReset',
  'account.reset',
  'account.resetPassword',
  'account.ways',
  'credentials.verify',
  'decisions.published',
];

/**
 * Mutations that need no command id: a preview changes nothing (its text is long, so it comes by POST); an answer of
 * a quiz and a draft of work carry a sequence number, by which sending it twice has one effect (docs/decisions/0008).
 */
const WITHOUT_COMMAND_ID = [
  'assignments.save',
  'authoring.render',
  'bank.asLearner',
  'bank.preview',
  'bank.previewImport',
  'injects.previewFile',
  'bank.tryOut',
  'cohorts.previewMessage',
  'contributions.preview',
  'quizzes.save',
  'work.preview',
  'frameworks.preview',
];

const procedures = listProcedures(appRouter._def.procedures);
const nothing = '00000000-0000-7000-8000-000000000000';
let test: TestDatabase;
let learner: { id: string };

beforeAll(async () => {
  test = await testDatabase();
  learner = await createPerson(test, { party: await createParty(test) });
});
afterAll(() => test.close());

/** Calls a procedure by its path with a command id and nothing else: its guard stands before its input. */
async function call(path: string, as: { id: string } | null): Promise<string> {
  const caller: unknown = await callerAs(test, as);
  const procedure = path.split('.').reduce((at: unknown, key) => Reflect.get(Object(at), key), caller);
  try {
    await (procedure as (input: unknown) => Promise<unknown>)({ commandId: nothing });
    return 'OK';
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
}

describe('every procedure', () => {
  it('states its guard, and only those listed here are open', () => {
    const open = procedures.filter((procedure) => procedure.guard === 'public').map((one) => one.path);
    expect(open.filter((path) => !OPEN.includes(path))).toEqual([]);
    expect(procedures.length).toBeGreaterThan(40);
  });

  it('refuses what it does not know, and asks every mutation of a person for a command id', () => {
    for (const procedure of procedures) {
      const schema = procedure.input as {
        type?: string;
        additionalProperties?: unknown;
        required?: string[];
      } | null;
      if (schema?.type === 'object') expect(schema.additionalProperties, procedure.path).toBe(false);
      if (
        procedure.kind === 'mutation' &&
        procedure.guard !== 'public' &&
        !WITHOUT_COMMAND_ID.includes(procedure.path)
      ) {
        expect(schema?.required ?? [], procedure.path).toContain('commandId');
      }
    }
  });

  it.each(procedures.filter((one) => one.guard !== 'public').map((one) => one.path))(
    '%s is shut when signed out',
    async (path) => {
      expect(await call(path, null)).toBe('UNAUTHORIZED');
    },
  );

  it.each(procedures.filter((one) => one.guard === 'administrator').map((one) => one.path))(
    '%s does not exist for a learner',
    async (path) => {
      expect(await call(path, learner)).toBe('NOT_FOUND');
    },
  );
});

it('inputs are described as JSON Schema', () => {
  for (const { input } of procedures) expect(() => z.json().parse(input)).not.toThrow();
});
