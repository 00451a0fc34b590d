import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../launch/places.ts';
import { concernedTests } from './concerned.ts';
import { type Outcome, runNode, runProgram } from './run.ts';

/** How one suite went; `output` is what to show when something failed. */
export interface Result {
  passed: number;
  failed: number;
  output: string;
  /** Tests that passed only when they were tried again, by name: each is a fault to mend. */
  unsteady?: string[];
}

/** Something that is run and counted. */
export interface Suite {
  name: string;
  run(): Promise<Result>;
}

const packages = ['packages/db', 'packages/api', 'apps/portal', 'e2e'];

/** Formatting, lint and the house rules: one each. */
export const lintSuites: readonly Suite[] = [
  single('lint', () =>
    runProgram(
      join(checkout, 'node_modules/.bin/biome'),
      ['ci', '--colors=off', '--max-diagnostics=50'],
      checkout,
    ),
  ),
  single('house rules', () => runNode([join(checkout, 'e2e/lint/main.ts')], checkout)),
];

/** The type check of each package, by Turborepo: what has not changed is not checked again. */
export const typeSuite: Suite = {
  name: 'types',
  async run() {
    const turbo = [
      'turbo',
      'run',
      'typecheck',
      '--continue=always',
      '--summarize',
      '--output-logs=errors-only',
    ];
    const pnpm = ['--yes', '--prefer-offline', 'pnpm@12.21.0', 'exec', ...turbo];
    const { code, output } = await runProgram('npx', pnpm, checkout);
    const summary = /Summary:\s+(\S+\.json)/.exec(output)?.[1];
    const result = countTurbo(summary && (await readJson(summary)), code, output);
    if (summary) await rm(summary, { force: true });
    return result;
  },
};

/** What has changed since a commit at which all was right. */
export interface Change {
  since: string;
  files: readonly string[];
}

/** Unit and integration tests of each package, and of what runs before installation; of a change, those it concerns. */
export function unitSuites(change?: Change): readonly Suite[] {
  const suites = packages
    .filter((folder) => existsSync(join(checkout, folder, 'vitest.config.ts')))
    .flatMap((folder) => {
      const filter = change ? concernedTests(folder, change.files, change.since) : [];
      return filter ? { name: `tests ${folder}`, run: () => runVitest(join(checkout, folder), filter) } : [];
    });
  return [{ name: 'tests bin and lint', run: runNodeTests }, ...suites];
}

/** Who may read what, once more on the system's PostgreSQL; without one there is nothing to run. */
export const systemDatabaseSuites: readonly Suite[] = existsSync('/usr/lib/postgresql')
  ? [{ name: "tests packages/db on the system's PostgreSQL", run: runOnSystemPostgres }]
  : [];

/** A suite that is one check: it passes or fails as a whole. */
export function single(name: string, run: () => Promise<Outcome>): Suite {
  return {
    name,
    run: async () => {
      const { code, output } = await run();
      return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

async function runNodeTests(): Promise<Result> {
  const tests = [
    '--test',
    '--test-reporter=tap',
    'bin/*.test.mjs',
    'e2e/lint/*.test.ts',
    'e2e/bench/*.test.ts',
  ];
  const { code, output } = await runNode(tests, checkout);
  const count = (word: string) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: code !== 0 && failed === 0 ? 1 : failed, output };
}

/** Counts from the reporter's file, never from text: a run that wrote none has crashed and counts as failed. */
async function runVitest(
  cwd: string,
  filter: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<Result> {
  return withReport(async (report) => {
    const vitest = join(cwd, 'node_modules/vitest/vitest.mjs');
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const { code, output } = await runNode([vitest, 'run', ...filter, ...reporters], cwd, env);
    return countVitest(await readJson(report), code, output);
  });
}

function runOnSystemPostgres(): Promise<Result> {
  return runVitest(join(checkout, 'packages/db'), ['src/testing'], { CONCORD_TEST_POSTGRES: 'system' });
}

/** Reads vitest's JSON report; a file that did not even load has no test of its own and counts as one failure. */
export function countVitest(report: unknown, code: number, output: string): Result {
  const { numPassedTests, numFailedTests, testResults } = (report ?? {}) as {
    numPassedTests?: number;
    numFailedTests?: number;
    testResults?: { status: string; assertionResults: unknown[] }[];
  };
  const crashed = testResults?.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = (numFailedTests ?? 0) + (crashed?.length ?? 0);
  return { passed: numPassedTests ?? 0, failed: failed === 0 && code !== 0 ? 1 : failed, output };
}

/** Reads Turborepo's summary of a run: one task for each package. */
export function countTurbo(summary: unknown, code: number, output: string): Result {
  const { execution } = (summary || {}) as {
    execution?: { success?: number; cached?: number; attempted?: number };
  };
  const passed = (execution?.success ?? 0) + (execution?.cached ?? 0);
  const failed = (execution?.attempted ?? 0) - passed;
  return { passed, failed: failed <= 0 && code !== 0 ? 1 : Math.max(0, failed), output };
}

type PlaywrightSuite = {
  suites?: PlaywrightSuite[];
  specs?: { title: string; file: string; line: number; tests: { status: string }[] }[];
};

/** Reads Playwright's JSON report: a test that passed at a second try counts as passed, and is named. */
export function countPlaywright(report: unknown, code: number, output: string): Result {
  const { stats, suites } = (report ?? {}) as {
    stats?: { expected?: number; flaky?: number; unexpected?: number };
    suites?: PlaywrightSuite[];
  };
  const failed = stats?.unexpected ?? 0;
  return {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: failed === 0 && code !== 0 ? 1 : failed,
    output,
    unsteady: (suites ?? []).flatMap(unsteadyIn),
  };
}

function unsteadyIn({ suites = [], specs = [] }: PlaywrightSuite): string[] {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [
    ...own.map(({ file, line, title }) => `${file}:${line} ${title}`),
    ...suites.flatMap((inner) => unsteadyIn(inner)),
  ];
}

/** Gives a place for a report, and takes it away afterwards. */
export async function withReport<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-report-'));
  try {
    return await work(join(folder, 'report.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A report as it was written, or nothing. */
export async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
