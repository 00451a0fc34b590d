import { presenceOf } from '@concord/api/features/check-in/rules';
import type { Expected, Told, Waiting } from './types.ts';

/** Whom to expect, with what this door saw and has not told yet. */
export function viewOf(people: readonly Expected[], waiting: readonly Waiting[]): Expected[] {
  const own = new Map<string, Waiting[]>();
  for (const passage of waiting) own.set(passage.badge, [...(own.get(passage.badge) ?? []), passage]);
  return people.map((one) => {
    const seen = own.get(one.badge);
    if (!seen) return one;
    const told = one.state && one.since ? [{ id: '', kind: one.state, at: one.since }] : [];
    const { state, since } = presenceOf([...told, ...seen]);
    return { ...one, state, since };
  });
}

/** What to say of a badge, by what is known before it is noted. */
export function toldOf(people: readonly Expected[], badge: string, kind: 'in' | 'out'): Told {
  const who = people.find((one) => one.badge === badge);
  if (!who) return { what: 'strange', badge, kind };
  if (who.state !== kind || who.since === null) return { what: kind === 'in' ? 'came' : 'left', who };
  return { what: kind === 'in' ? 'again' : 'leftAgain', who, since: who.since };
}

/** The same once the list has come anew: it may name whom a badge belongs to that was shown before it came. */
export function toldAnew(told: Told | null, people: readonly Expected[]): Told | null {
  if (told?.what !== 'strange') return told;
  const who = people.find((one) => one.badge === told.badge);
  return who ? { what: told.kind === 'in' ? 'came' : 'left', who } : told;
}
