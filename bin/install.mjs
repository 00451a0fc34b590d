// Installs the packages when the lockfile asks for others than are there; otherwise it touches nothing, so that
// every later start works without a network.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { showStep } from './step.mjs';

const PNPM = 'pnpm@12.21.0';

/** Makes sure the packages of this lockfile are installed; the answer's sentence says what to do when not. */
export async function ensureInstalled(checkout) {
  const stamp = join(checkout, 'node_modules', '.concord-installed');
  const wanted = fingerprint(checkout);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return { ok: true };
  const log = join(checkout, 'node_modules', '.concord-install.log');
  mkdirSync(dirname(log), { recursive: true });
  rmSync(stamp, { force: true });
  const step = showStep('Installing packages (the first time takes a minute or two)');
  const result = await runPnpm(checkout, log);
  if (result !== undefined) {
    step.failed();
    return { ok: false, sentence: explain(result, log) };
  }
  writeFileSync(stamp, wanted);
  step.done();
  return { ok: true };
}

/** What an installation depends on: lockfile, workspace settings, manifests, platform. */
export function fingerprint(checkout) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  const manifests = ['apps', 'packages']
    .flatMap((folder) =>
      readdirSync(join(checkout, folder)).map((name) => join(folder, name, 'package.json')),
    )
    .filter((file) => existsSync(join(checkout, file)));
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    'e2e/package.json',
    ...manifests.sort(),
  ];
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(join(checkout, file)));
  return hash.digest('hex');
}

/** Resolves to nothing when it went well, else to the reason. CI=true: never ask, there may be nobody to answer. */
function runPnpm(checkout, log) {
  const output = openSync(log, 'w');
  const beside = join(dirname(process.execPath), 'npx');
  const npx = existsSync(beside) ? beside : 'npx';
  return new Promise((resolve) => {
    const child = spawn(npx, ['--yes', '--prefer-offline', PNPM, 'install', '--frozen-lockfile'], {
      cwd: checkout,
      stdio: ['ignore', output, output],
      env: { ...process.env, CI: 'true', NO_COLOR: '1', npm_config_loglevel: 'notice' },
    });
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code) => resolve(code === 0 ? undefined : `pnpm ended with ${code}`));
  }).finally(() => closeSync(output));
}

function explain(reason, log) {
  const lines = readFileSync(log, 'utf8').trim().split('\n').slice(-12).join('\n');
  return `${lines}\n\nThe packages could not be installed (${reason}). The first start needs the package registry; check the network and start again. The whole output is in ${log}.`;
}
