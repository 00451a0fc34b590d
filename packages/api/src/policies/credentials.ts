import type { Actor } from '../context.ts';
import { isAdministrator } from './actor.ts';
import { managesTraining } from './cohorts.ts';
import { writesCourses } from './paths.ts';

/** A credential is opened by its holder and by administrators. */
export function mayOpenCredential(actor: Actor, credential: { personId: string }): boolean {
  return actor.personId === credential.personId || isAdministrator(actor);
}

/** Only an administrator takes one back. */
export function mayRevoke(actor: Actor): boolean {
  return isAdministrator(actor);
}

/** Keeps templates of credentials: who manages training, and who directs or teaches a course. */
export function keepsTemplates(actor: Actor): boolean {
  return writesCourses(actor);
}

/** Changes a template: who manages training, and the author who made it. */
export function changesTemplate(actor: Actor, template: { createdBy: string | null }): boolean {
  return managesTraining(actor) || (writesCourses(actor) && template.createdBy === actor.personId);
}
