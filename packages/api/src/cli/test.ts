import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserSuite } from './checks/browser-tests.ts';
import { lintSuites, type Suite, systemDatabaseSuites, typeSuite, unitSuites } from './checks/suites.ts';
import { runSuites, sayTotal } from './checks/tally.ts';
import { buildIsStale, buildPortal } from './launch/build.ts';
import { EXIT, type Verb } from './verb.ts';

const buildSuite: Suite = {
  name: 'build',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'concord-build-'));
    try {
      if (await buildIsStale()) await buildPortal(join(folder, 'build.log'));
      return { passed: 1, failed: 0, output: '' };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Everything that is checked before a change is taken. */
export const verb: Verb = {
  usage: '',
  help: [
    'Lint, house rules, type check, unit and integration tests, build and browser tests.',
    "Lint, each package's type check and the build count as one each. The last line is the sum.",
    'A Chromium is looked for at CONCORD_BROWSER, on the system and at Playwright; as root one of Debian is installed.',
  ],
  async run() {
    const total = { passed: 0, failed: 0, output: '' };
    const rounds: [suites: readonly Suite[], atOnce: number][] = [
      [[typeSuite, ...lintSuites], 2],
      [[...unitSuites(), ...systemDatabaseSuites], 1],
      [[buildSuite], 1],
      [[browserSuite], 1],
    ];
    for (const [suites, atOnce] of rounds) {
      const { passed, failed } = await runSuites(suites, atOnce);
      total.passed += passed;
      total.failed += failed;
    }
    sayTotal(total);
    return total.failed === 0 ? EXIT.ok : EXIT.failure;
  },
};
