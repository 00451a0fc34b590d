import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ownEnvironment } from '../env.ts';
import { notInherited } from './checks/fresh.ts';
import { buildIsStale, buildPortal } from './launch/build.ts';
import { checkout } from './launch/places.ts';
import { freePorts } from './launch/ports.ts';
import { EXIT, sayJson, UsageError, type Verb } from './verb.ts';

/** Measures what the portal costs, on data of its own that is deleted after. */
export const verb: Verb = {
  usage: '[--small | --learning <paths> | --exercise] [--json] [--only <works>]',
  help: [
    'Seeds a database of its own (10,000 people, 1,000,000 contributions; --small for a quick run), serves the',
    'production portal from two processes and measures it on 16 connections beside floors of the same run.',
    '--json prints an array of { work, requestsPerSecond, p50, p95, p99, bytes, queries, cpuMs, floor, ratioToFloor }.',
    '--only takes names of works, with commas: the others are left out.',
    '--exercise replays a two-hour exercise at sixty times its speed before 1,000 people, through restarts; nothing else.',
    '--learning seeds so many enrolments (10,000 to 1,000,000) and hardly any consultation, for works of learning alone.',
  ],
  options: {
    small: { type: 'boolean' },
    learning: { type: 'string' },
    exercise: { type: 'boolean' },
    json: { type: 'boolean' },
    only: { type: 'string' },
  },
  async run({ flags }) {
    if (flags.learning !== undefined && !(Number(flags.learning) >= 1000))
      throw new UsageError('--learning is a number of enrolments, 1,000 at least.');
    const dataDir = await mkdtemp('/var/tmp/concord-bench-');
    await chmod(dataDir, 0o711);
    try {
      if (await buildIsStale()) await buildPortal(join(dataDir, 'build.log'));
      const args = [
        ...(flags.small === true ? ['--small'] : []),
        ...(typeof flags.learning === 'string' ? ['--learning', flags.learning] : []),
        ...(flags.exercise === true ? ['--exercise'] : []),
        ...(flags.json === true ? ['--json'] : []),
        ...(typeof flags.only === 'string' ? ['--only', flags.only] : []),
      ];
      return (await runBench(args, dataDir)) === 0 ? EXIT.ok : EXIT.failure;
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

async function runBench(args: readonly string[], dataDir: string): Promise<number> {
  const inherited = Object.entries(ownEnvironment()).filter(([name]) => !notInherited(name));
  const child = spawn(process.execPath, [join(checkout, 'e2e/bench/main.ts'), ...args], {
    cwd: checkout,
    // What happens on the way is said on standard error: standard output is for the table, or the figures as JSON.
    stdio: ['inherit', args.includes('--json') ? process.stderr.fd : 'inherit', 'inherit', 'ipc'],
    env: {
      ...Object.fromEntries(inherited),
      PORT: ownEnvironment().PORT ?? String(await freePorts()),
      CONCORD_DATA: dataDir,
      CONCORD_PROCESSES: '2',
      CONCORD_DEMO: 'off',
      // Sign-in counts tries by address: the bench says which one each comes from.
      CONCORD_TRUST_PROXY: '127.0.0.1',
      LOG_LEVEL: 'warn',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  });
  child.on('message', sayJson);
  // Ctrl-C reaches both; the bench takes its own processes down first.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}
