import type { Role } from '@concord/db/enums';

/** Somebody in an exercise: what they are of its staff, and for which party they would sit; null where that is no nation. */
export type Player = {
  personId: string;
  staff: readonly Role[];
  seated: boolean;
  nationId: string | null;
};

export type TwinRole = 'chair' | 'secretariat' | 'headOfDelegation' | 'delegate';

/**
 * Who is what in an exercise's copy: its director leads it, who else runs and plans it keeps it, and who sits in the
 * exercise sits there for the own nation; the first of each nation heads its delegation. Who plays does not lead.
 */
export function twinRoles(players: readonly Player[]): { personId: string; role: TwinRole }[] {
  const headed = new Set<string>();
  return players.flatMap(({ personId, staff, seated, nationId }): { personId: string; role: TwinRole }[] => {
    if (seated) {
      if (nationId === null) return [];
      const role: TwinRole = headed.has(nationId) ? 'delegate' : 'headOfDelegation';
      headed.add(nationId);
      return [{ personId, role }];
    }
    if (staff.includes('exerciseDirector')) return [{ personId, role: 'chair' }];
    const keeps = staff.includes('exerciseControl') || staff.includes('exercisePlanner');
    return keeps ? [{ personId, role: 'secretariat' }] : [];
  });
}

/** How the codes of copies begin, and so the numbers of what is decided in them. */
const PLAYED_CODE = 'EXERCISE-';

/** Whether a body's code is that of an exercise's copy. */
export function isTwinCode(code: string): boolean {
  return code.startsWith(PLAYED_CODE);
}
