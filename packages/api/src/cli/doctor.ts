import { loadOpenSettings, SettingsError } from '../env.ts';
import { checkDatabase } from './doctor/database.ts';
import { attempt, bad, type Finding, good } from './doctor/finding.ts';
import { checkMachine } from './doctor/machine.ts';
import { withInstallation } from './launch/installation.ts';
import { EXIT, say, sayJson, type Verb } from './verb.ts';

/** Looks at everything an installation needs and says how to mend what fails. */
export const verb: Verb = {
  usage: '[--json]',
  help: [
    'Checks settings, database, roles, clock, disk, files, mail, typeface and build. With --json an array of',
    '{check, ok, detail, remedy}. Exit code 1 when anything fails.',
  ],
  options: { json: { type: 'boolean' } },
  async run({ flags }) {
    const findings = await examine();
    if (flags.json) sayJson(findings);
    else findings.forEach(show);
    return findings.every((finding) => finding.ok) ? EXIT.ok : EXIT.failure;
  },
};

async function examine(): Promise<Finding[]> {
  try {
    const { settings } = await loadOpenSettings();
    const where = settings.embedded ? 'with its own database' : 'with the database at DATABASE_URL';
    const machine = await checkMachine(settings);
    const database = await attempt('database', 'Read postgres.log in the data folder.', () =>
      withInstallation(checkDatabase),
    );
    return [good('settings', `${settings.url.origin}, ${where}`), ...machine, ...database];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.problems.map(({ variable, message }) => bad('settings', `${variable} is wrong.`, message));
  }
}

function show({ check, ok, detail, remedy }: Finding): void {
  say(`${ok ? '✓' : '✗'} ${check}: ${detail}`);
  if (remedy) say(`  ${remedy}`);
}
