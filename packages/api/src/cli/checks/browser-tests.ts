import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ownEnvironment } from '../../env.ts';
import { testClient } from '../../testing/test-client.ts';
import { checkout } from '../launch/places.ts';
import { freePorts } from '../launch/ports.ts';
import { findBrowser } from './browser.ts';
import { notInherited } from './fresh.ts';
import { runNode } from './run.ts';
import { countPlaywright, type Result, readJson, type Suite, withReport } from './suites.ts';

const START_PATIENCE = 300_000;

/** The browser tests, against the production portal with fresh data on a port of its own. */
export const browserSuite: Suite = {
  name: 'browser tests',
  async run() {
    const browser = await findBrowser();
    // Not below the home folder: root's PostgreSQL account has to reach it.
    const dataDir = await mkdtemp('/var/tmp/concord-test-');
    await chmod(dataDir, 0o711);
    try {
      return await withPortal(dataDir, (url, provider) => playwright({ url, browser, dataDir, provider }));
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

type Work = (url: string, provider: string) => Promise<Result>;

async function withPortal(dataDir: string, work: Work): Promise<Result> {
  const [port, providerPort] = [await freePorts(), await freePorts()];
  const provider = `http://127.0.0.1:${providerPort}`;
  const log = join(dataDir, 'start.log');
  const file = await open(log, 'a');
  const inherited = Object.entries(ownEnvironment()).filter(([name]) => !notInherited(name));
  const child = spawn(process.execPath, [join(checkout, 'packages/api/src/cli/main.ts'), 'start'], {
    cwd: checkout,
    stdio: ['ignore', file.fd, file.fd, 'ipc'],
    env: {
      ...Object.fromEntries(inherited),
      PORT: String(port),
      CONCORD_DATA: dataDir,
      // Nobody listens there until a test starts the provider: the portal asks it only when somebody signs in.
      OIDC_ISSUER: provider,
      OIDC_CLIENT_ID: testClient.id,
      OIDC_CLIENT_SECRET: testClient.secret,
      OIDC_NAME: 'Alliance ID',
      OIDC_STRONG: 'amr:mfa',
    },
  });
  try {
    const url = `http://localhost:${port}`;
    if (!(await isReady(url, child))) {
      return { passed: 0, failed: 1, output: `The portal did not start.\n${await readFile(log, 'utf8')}` };
    }
    return await work(url, provider);
  } finally {
    await stop(child);
    await file.close();
  }
}

async function isReady(url: string, child: ChildProcess): Promise<boolean> {
  const until = Date.now() + START_PATIENCE;
  while (Date.now() < until && child.exitCode === null) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => undefined);
    if (answer?.ok) return true;
    await sleep(250);
  }
  return false;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

function playwright({
  url,
  browser,
  dataDir,
  provider,
}: {
  url: string;
  browser: string;
  dataDir: string;
  provider: string;
}): Promise<Result> {
  return withReport(async (report) => {
    const cli = join(checkout, 'e2e/node_modules/@playwright/test/cli.js');
    const env = {
      CONCORD_TEST_URL: url,
      CONCORD_TEST_DATA: dataDir,
      CONCORD_TEST_PROVIDER: provider,
      CONCORD_BROWSER: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    };
    const { code, output } = await runNode([cli, 'test', '--reporter=dot,json'], join(checkout, 'e2e'), env);
    return countPlaywright(await readJson(report), code, output);
  });
}
