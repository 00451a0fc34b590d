import { availableParallelism } from 'node:os';
import { lintSuites, typeSuite, unitSuites } from './checks/suites.ts';
import { runSuites, sayTotal } from './checks/tally.ts';
import { keepVerified, lastVerified } from './checks/verified.ts';
import { EXIT, say, type Verb } from './verb.ts';

/** The fast loop of a developer. */
export const verb: Verb = {
  usage: '[--all]',
  help: [
    'Lint, house rules, type check and unit tests, side by side.',
    'Of tests, those that what has changed concerns since all were last right here, as far as imports tell; --all runs each.',
  ],
  options: { all: { type: 'boolean' } },
  async run({ flags }) {
    const since = flags.all === true ? undefined : await lastVerified();
    if (since !== undefined) say(`Tests of what has changed since ${since.slice(0, 8)}; --all runs each.`);
    const total = await runSuites([typeSuite, ...unitSuites(since), ...lintSuites], availableParallelism());
    sayTotal(total);
    if (total.failed > 0) return EXIT.failure;
    await keepVerified();
    return EXIT.ok;
  },
};
