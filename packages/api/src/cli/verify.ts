import { availableParallelism } from 'node:os';
import { lintSuites, typeSuite, unitSuites } from './checks/suites.ts';
import { runSuites, sayTotal } from './checks/tally.ts';
import { changedSince, keepVerified, lastVerified } from './checks/verified.ts';
import { EXIT, say, type Verb } from './verb.ts';

/** The fast loop of a developer. */
export const verb: Verb = {
  usage: '[--all]',
  help: [
    'Lint, house rules, type check and unit tests, side by side.',
    'Of tests, those that concern what has changed since all was last right here: of a feature those in its folder, of what',
    'lies beneath features those that import it. --all runs each.',
  ],
  options: { all: { type: 'boolean' } },
  async run({ flags }) {
    const since = flags.all === true ? undefined : await lastVerified();
    const change = since === undefined ? undefined : { since, files: await changedSince(since) };
    if (change) say(`Tests of what has changed since ${change.since.slice(0, 8)}; --all runs each.`);
    const total = await runSuites([typeSuite, ...unitSuites(change), ...lintSuites], availableParallelism());
    sayTotal(total);
    if (total.failed > 0) return EXIT.failure;
    await keepVerified();
    return EXIT.ok;
  },
};
