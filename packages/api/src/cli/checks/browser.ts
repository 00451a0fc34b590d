import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { ownEnvironment } from '../../env.ts';
import { checkout } from '../launch/places.ts';
import { Refusal } from '../verb.ts';
import { runNode, runProgram } from './run.ts';

/** Debian's package of Chromium without a window: a page costs half the processor time that it takes the whole browser. */
const PACKAGE = 'chromium-headless-shell';
const NAMES = [PACKAGE, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A browser for the tests: the one named, the system's, one of Playwright's that is here already, or Debian's installed now. */
export async function findBrowser(): Promise<string> {
  const named = ownEnvironment().CONCORD_BROWSER;
  if (named) {
    if (await canRun(named)) return named;
    throw new Refusal(`CONCORD_BROWSER names "${named}", which cannot be run.`);
  }
  const found = (await presentBrowser()) ?? (await installed());
  if (found) return found;
  throw new Refusal(
    'No Chromium was found and none could be installed. Install one (Debian: chromium-headless-shell), or name it with CONCORD_BROWSER.',
  );
}

/** A browser that is here already, of the system or of Playwright. */
export async function presentBrowser(): Promise<string | undefined> {
  return (await onPath()) ?? (await fromPlaywright());
}

async function onPath(): Promise<string | undefined> {
  const folders = (ownEnvironment().PATH ?? '').split(':').filter((folder) => folder !== '');
  for (const path of NAMES.flatMap((name) => folders.map((folder) => join(folder, name))))
    if (await canRun(path)) return path;
  return undefined;
}

async function fromPlaywright(): Promise<string | undefined> {
  const ask = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
  const { code, output } = await runNode(['-e', ask], join(checkout, 'e2e'));
  const path = output.trim();
  return code === 0 && (await canRun(path)) ? path : undefined;
}

/** Debian's packages are for root to install. */
async function installed(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await runProgram('apt-get', ['update', '-q'], checkout, quiet);
  for (const name of [PACKAGE, 'chromium']) {
    const { code } = await runProgram('apt-get', ['install', '-y', '-q', name], checkout, quiet);
    if (code === 0) return onPath();
  }
  return undefined;
}

async function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
