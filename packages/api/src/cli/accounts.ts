import { systemSettings } from '@concord/db/schema/markings';
import { people as peopleSeeds } from '@concord/db/seed/data/people';
import { demoPassword, demoRecoveryCodes, demoTotpSecret } from '@concord/db/seed/data/sign-in';
import { asWorker } from '../context.ts';
import { withServices } from '../services.ts';
import { withInstallation } from './launch/installation.ts';
import { EXIT, Refusal, say, sayJson, type Verb } from './verb.ts';

/** A demo person as a program or a tester needs them. */
export interface DemoAccount {
  key: string;
  name: string;
  email: string;
  password: string;
  totpSecret: string;
  recoveryCodes: string[];
  party: string;
  appointments: { role: string; scope: string; of: string | null }[];
}

/** Lists the demo people and how each signs in. */
export const verb: Verb = {
  usage: '[--json]',
  help: [
    'The people of the demo alliance: e-mail, password, authenticator secret, recovery codes, party and appointments.',
    'Refuses outside demo data.',
  ],
  options: { json: { type: 'boolean' } },
  async run({ flags }) {
    await withInstallation((settings) =>
      withServices(settings, async (services) => {
        const [row] = await asWorker(services, ({ tx }) =>
          tx.select({ demo: systemSettings.demo }).from(systemSettings),
        );
        if (!row?.demo) throw new Refusal('This is no demo: its people’s sign-ins are their own.');
      }),
    );
    const all = demoAccounts();
    if (flags.json) sayJson(all);
    else
      for (const one of all)
        say(`${one.email.padEnd(48)} ${one.party}  ${one.appointments.map((held) => held.role).join(', ')}`);
    return EXIT.ok;
  },
};

/** Everybody in the demo alliance, as the data has them. */
export function demoAccounts(): DemoAccount[] {
  return peopleSeeds.map((person) => ({
    key: person.key,
    name: `${person.given} ${person.family}`,
    email: person.email,
    password: demoPassword,
    totpSecret: demoTotpSecret(person.key),
    recoveryCodes: demoRecoveryCodes(person.key),
    party: person.party,
    appointments: person.roles.map(({ role, scope, of }) => ({ role, scope, of })),
  }));
}
