import type { TestDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';

/**
 * Two nations and who looks after people: an administrator and a stranger of the other nation, and this nation's
 * security officer and training coordinator.
 */
export async function peopleScene(test: TestDatabase) {
  const nation = await createParty(test);
  const other = await createParty(test);
  const held = (role: 'securityOfficer' | 'trainingCoordinator', party: { id: string }) => ({
    party,
    appointments: [{ role, scope: 'party' as const, scopeId: party.id }],
  });
  return {
    nation,
    other,
    administrator: await createPerson(test, {
      party: other,
      appointments: [{ role: 'administrator', scope: 'alliance' }],
    }),
    officer: await createPerson(test, held('securityOfficer', nation)),
    coordinator: await createPerson(test, held('trainingCoordinator', nation)),
    stranger: await createPerson(test, { party: other }),
  };
}
