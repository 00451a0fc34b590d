import { describe, expect, it } from 'vitest';
import { runNode } from './checks/run.ts';
import { checkout } from './launch/places.ts';
import { EXIT, readCall, UsageError, type Verb } from './verb.ts';
import { verbs } from './verbs.ts';

const verb: Verb = {
  usage: '<file> [--json]',
  options: { json: { type: 'boolean' } },
  values: [1, 1],
  run: async () => EXIT.ok,
};

function concord(...args: string[]) {
  return runNode(['packages/api/src/cli/main.ts', ...args], checkout, { PORT: '', LOG_LEVEL: 'loud' });
}

describe('a call', () => {
  it('is read into flags and values', () => {
    expect(readCall(verb, ['a.csv', '--json'])).toEqual({ flags: { json: true }, values: ['a.csv'] });
  });

  it.each([[[]], [['a', 'b']], [['a', '--jsn']], [['a', '--json=1']]])('%j is refused', (args) => {
    expect(() => readCall(verb, args)).toThrow(UsageError);
  });

  it('for help needs no values', () => {
    expect(readCall(verb, ['--help']).flags.help).toBe(true);
  });
});

describe('the command line', () => {
  it('lists its verbs', async () => {
    const { code, output } = await concord();
    expect(code).toBe(EXIT.ok);
    for (const name of Object.keys(verbs)) expect(output).toContain(name);
  });

  it('names a verb that is none, and ends with 2', async () => {
    const { code, output } = await concord('frobnicate');
    expect(code).toBe(EXIT.usage);
    expect(output).toContain('There is no verb "frobnicate"');
  });

  it.each(Object.keys(verbs))('%s has help', async (name) => {
    const { code, output } = await concord(...name.split(' '), '--help');
    expect(code).toBe(EXIT.ok);
    expect(output).toContain(`Usage: npm run concord -- ${name}`);
  });

  it('answers a wrong option with 2', async () => {
    expect(await concord('verify', '--fast')).toMatchObject({ code: EXIT.usage });
  });

  it('answers a wrong setting with a sentence and 1', async () => {
    const { code, output } = await concord('doctor');
    expect(code).toBe(EXIT.failure);
    expect(output).toContain('LOG_LEVEL must be debug, info, warn or error.');
    expect(output).not.toContain('    at ');
  });
});
