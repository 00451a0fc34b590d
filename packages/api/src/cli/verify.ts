import { availableParallelism } from 'node:os';
import { lintSuites, typeSuite, unitSuites } from './checks/suites.ts';
import { runSuites, sayTotal } from './checks/tally.ts';
import { EXIT, type Verb } from './verb.ts';

/** The fast loop of a developer. */
export const verb: Verb = {
  usage: '',
  help: ['Lint, house rules, type check and unit tests, side by side.'],
  async run() {
    const total = await runSuites([typeSuite, ...unitSuites, ...lintSuites], availableParallelism());
    sayTotal(total);
    return total.failed === 0 ? EXIT.ok : EXIT.failure;
  },
};
