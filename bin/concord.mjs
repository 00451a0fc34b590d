#!/usr/bin/env node
// Runs before anything is installed: plain Node 20 without dependencies.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const OLDEST_NODE = [20, 0];
const OLDEST_NODE_FOR_TYPESCRIPT = [22, 18];

const checkout = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Whether the running Node is at least the given version. */
function nodeIsAtLeast([major, minor]) {
  const [ownMajor = 0, ownMinor = 0] = process.versions.node.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

/** The Node that came with the packages, else this one when it runs TypeScript, else none. */
function chooseNode() {
  const packaged = join(checkout, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  if (existsSync(packaged)) return packaged;
  return nodeIsAtLeast(OLDEST_NODE_FOR_TYPESCRIPT) ? process.execPath : undefined;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** npm that is told to stop ends its shell but not what runs in it: notice the shell's end. */
function whenOrphaned(stop) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}

/** Runs the verb in the chosen Node. The channel tells it when this process is gone, even by kill -9. */
function run(node, verb) {
  // What this one starts in turn inherits the import.
  const imports = ['--import', new URL('quick-imports.mjs', import.meta.url).href];
  const child = spawn(node, [...imports, join(checkout, 'packages/api/src/cli/main.ts'), ...verb], {
    cwd: checkout,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
      PATH: `${dirname(node)}:${process.env.PATH ?? ''}`,
      NEXT_TELEMETRY_DISABLED: '1',
      TURBO_TELEMETRY_DISABLED: '1',
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) whenOrphaned(() => child.kill('SIGTERM'));
  child.on('error', (error) => fail(`Concord could not start ${node}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

if (!nodeIsAtLeast(OLDEST_NODE)) {
  fail(`Concord needs Node.js 20 or newer; this is ${process.versions.node}. See https://nodejs.org.`);
}
const installed = await ensureInstalled(checkout);
if (!installed.ok) fail(installed.sentence);
const node = chooseNode();
if (!node) {
  fail(
    `No Node.js comes with Concord for ${process.platform} on ${process.arch}. Install Node.js 22.18 or newer.`,
  );
}
run(node, process.argv.slice(2));
