import type { Actor } from '../context.ts';
import { rolesIn, runs } from './threads.ts';

/** What an appointment in a body lets its holder do for the nation, as read from the database at the instant of an act. */
export type Authority = { role: string; powers: readonly string[] };

/** Whether a person makes versions of a body's texts: its chair, and nobody for the chair. */
export function makesVersions(actor: Actor, bodyId: string): boolean {
  return rolesIn(actor, bodyId).includes('chair');
}

/** Whether a person lays texts before a body: chair and secretariat. */
export function laysTexts(actor: Actor, bodyId: string): boolean {
  return runs(actor, bodyId);
}

/** Whether a person sits in a body for a nation or leads it: they see positions; whoever only contributes does not. */
export function sitsIn(actor: Actor, bodyId: string): boolean {
  return runs(actor, bodyId) || isDelegated(actor, bodyId);
}

/** Whether a person belongs to a nation's delegation in a body. */
export function isDelegated(actor: Pick<Actor, 'appointments'>, bodyId: string): boolean {
  return rolesIn(actor, bodyId).some((role) => role === 'headOfDelegation' || role === 'delegate');
}

/** Whether appointments let their holder take and release a nation's position: its head, or a delegate with the power. */
export function mayTakePosition(held: readonly Authority[]): boolean {
  return holdsPower(held, 'position');
}

/** Whether appointments let their holder break silence and lift a break for the nation (reference B.2). */
export function mayBreak(held: readonly Authority[]): boolean {
  return holdsPower(held, 'break');
}

function holdsPower(held: readonly Authority[], power: string): boolean {
  return held.some(
    (one) =>
      one.role === 'headOfDelegation' || (one.role === 'delegate' && one.powers.some((had) => had === power)),
  );
}

/** Whether appointments seat their holder in a nation's delegation. */
export function delegates(held: readonly Authority[]): boolean {
  return held.some((one) => one.role === 'headOfDelegation' || one.role === 'delegate');
}

/** Whether appointments let their holder settle how the delegation works: its head. */
export function headsDelegation(held: readonly Authority[]): boolean {
  return held.some((one) => one.role === 'headOfDelegation');
}

/** Whether a person may change a note of their own delegation's margin: whoever wrote it, as it bears their name. */
export function mayChangeNote(
  actor: Pick<Actor, 'personId'>,
  held: readonly Authority[],
  note: { writtenBy: string },
): boolean {
  return delegates(held) && note.writtenBy === actor.personId;
}

/** Whether a person may take such a note away: whoever wrote it, and the head of the delegation. */
export function mayRemoveNote(
  actor: Pick<Actor, 'personId'>,
  held: readonly Authority[],
  note: { writtenBy: string },
): boolean {
  return headsDelegation(held) || mayChangeNote(actor, held, note);
}
