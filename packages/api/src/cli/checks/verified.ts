import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkout } from '../launch/places.ts';
import { runProgram } from './run.ts';

const kept = join(checkout, 'node_modules/.cache/concord/verified');

/** The commit at which everything was last found right here, when it is still known to Git. */
export async function lastVerified(): Promise<string | undefined> {
  const commit = await readFile(kept, 'utf8').catch(() => '');
  return (await commitOf(commit)) === commit && commit !== '' ? commit : undefined;
}

/** Everything was right at the commit that is checked out; what was not committed yet is looked at again. */
export async function keepVerified(): Promise<void> {
  const commit = await commitOf('HEAD');
  if (commit === undefined) return;
  await mkdir(dirname(kept), { recursive: true });
  await writeFile(kept, commit);
}

/** The files that differ from a commit, and those not yet told to Git, by their paths in the checkout. */
export async function changedSince(commit: string): Promise<string[]> {
  const [known, fresh] = await Promise.all([
    runProgram('git', ['diff', '--name-only', commit], checkout),
    runProgram('git', ['ls-files', '--others', '--exclude-standard'], checkout),
  ]);
  return `${known.output}\n${fresh.output}`.split('\n').filter((line) => line !== '');
}

async function commitOf(name: string): Promise<string | undefined> {
  const { code, output } = await runProgram(
    'git',
    ['rev-parse', '--verify', '--quiet', `${name}^{commit}`],
    checkout,
  );
  return code === 0 ? output.trim() : undefined;
}
