import { bodies, bodyMembers } from '@concord/db/schema/consultation';
import { systemSettings } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import {
  accountSecrets,
  accounts,
  appointments,
  attestations,
  people,
  recoveryCodes,
} from '@concord/db/schema/people';
import { bodies as bodySeeds } from '@concord/db/seed/data/bodies';
import { allies, parties as partySeeds } from '@concord/db/seed/data/parties';
import { people as peopleSeeds } from '@concord/db/seed/data/people';
import { demoPassword, demoRecoveryCodes, demoTotpSecret } from '@concord/db/seed/data/sign-in';
import type { PersonSeed } from '@concord/db/seed/data/types';
import { sealTotp } from '../auth/factor-secret.ts';
import { hashPassword } from '../auth/passwords.ts';
import { hashRecoveryCode } from '../auth/recovery-codes.ts';
import type { Context } from '../context.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

/** Parties, bodies and people of the demo alliance, with accounts, appointments and attestations. */
export async function seedAlliance(ctx: Context, world: World): Promise<void> {
  const { tx } = ctx;
  await tx.update(systemSettings).set({ demo: true });
  await tx.insert(parties).values(
    [...partySeeds]
      .sort((a, b) => Number(a.nation !== null) - Number(b.nation !== null))
      .map((party) => ({
        id: world.party(party.code),
        code: party.code,
        kind: party.kind,
        nationId: party.nation === null ? null : world.party(party.nation),
        nameEn: party.name.en,
        nameFr: party.name.fr,
        timeZone: party.timeZone,
        ally: allies.includes(party.code),
      })),
  );
  await seedBodies(ctx, world);
  await seedPeople(ctx, world);
  await tx
    .insert(appointments)
    .values([...peopleSeeds.flatMap((person) => appointmentsOf(world, person)), formerCoordinator(world)]);
  await tx.insert(attestations).values(peopleSeeds.flatMap((person) => attestationOf(world, person)));
}

async function seedBodies({ tx }: Context, world: World): Promise<void> {
  await tx.insert(bodies).values(
    bodySeeds.map((body) => ({
      id: world.body(body.code),
      code: body.code,
      nameEn: body.name.en,
      nameFr: body.name.fr,
      timeZone: body.timeZone,
      minimumSilenceHours: body.minimumSilenceHours,
      workingHours: { ...body.workingHours, days: [...body.workingHours.days] },
    })),
  );
  await tx.insert(bodyMembers).values(
    bodySeeds.flatMap((body) =>
      body.members.map((code) => ({
        bodyId: world.body(body.code),
        partyId: world.party(code),
        validFrom: world.daysAgo(390),
      })),
    ),
  );
}

async function seedPeople(ctx: Context, world: World): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  const zones = new Map(partySeeds.map((party) => [party.code, party.timeZone]));
  await ctx.tx.insert(people).values(
    peopleSeeds.map((person) => ({
      id: world.person(person.key),
      partyId: world.party(person.party),
      givenName: person.given,
      familyName: person.family,
      latinName: person.latin ? `${person.latin.given} ${person.latin.family}` : null,
      jobTitle: person.jobTitle[person.locale],
      createdAt: world.daysAgo(380),
    })),
  );
  await ctx.tx.insert(accounts).values(
    peopleSeeds.map((person) => ({
      personId: world.person(person.key),
      email: person.email,
      activatedAt: world.daysAgo(370),
      locale: person.locale,
      timeZone: zones.get(person.party) ?? 'UTC',
      secondFactorAt: world.daysAgo(370),
    })),
  );
  await ctx.tx.insert(accountSecrets).values(
    peopleSeeds.map((person) => ({
      personId: world.person(person.key),
      passwordHash,
      passwordChangedAt: world.daysAgo(370),
      totpSealed: sealTotp(ctx.services.keys, world.person(person.key), demoTotpSecret(person.key)),
      totpConfirmedAt: world.daysAgo(370),
    })),
  );
  await ctx.tx.insert(recoveryCodes).values(peopleSeeds.flatMap((person) => codesOf(world, person.key)));
}

function codesOf(world: World, key: string) {
  const personId = world.person(key);
  return demoRecoveryCodes(key).map((code, index) => ({
    id: seedId(`recovery code ${index} of ${key}`, world.daysAgo(370)),
    personId,
    codeHash: hashRecoveryCode(personId, code),
  }));
}

/** Everyone is a learner, so that is no appointment; courses get theirs once they are there. */
function appointmentsOf(world: World, person: PersonSeed) {
  return person.roles.flatMap((held) => {
    if (held.role === 'learner' || held.scope === 'course') return [];
    const scopeId =
      held.scope === 'alliance' ? null : held.scope === 'party' ? world.party(held.of) : world.body(held.of);
    return {
      id: seedId(`appointment ${person.key} ${held.role} ${held.of}`, world.daysAgo(365)),
      personId: world.person(person.key),
      role: held.role,
      scope: held.scope,
      scopeId,
      validFrom: world.daysAgo(365),
      powers: held.role === 'delegate' ? [...(person.powers ?? [])] : [],
    };
  });
}

/** Who coordinated Nordmark's training until last spring: it opens nothing any more. */
function formerCoordinator(world: World) {
  return {
    id: seedId('former coordinator', world.daysAgo(365)),
    personId: world.person('nor-staff-3'),
    role: 'trainingCoordinator' as const,
    scope: 'party' as const,
    scopeId: world.party('NOR'),
    validFrom: world.daysAgo(365),
    validUntil: world.daysAgo(200),
    powers: [],
  };
}

function attestationOf(world: World, person: PersonSeed) {
  if (person.attested !== 'R') return [];
  return {
    id: seedId(`attestation ${person.key}`, world.daysAgo(300)),
    personId: world.person(person.key),
    level: 1,
    partyId: world.party(person.party),
    validFrom: world.daysAgo(300),
    validUntil: world.daysAgo(-430),
  };
}
