import type { Actor } from '../context.ts';
import { runs } from './threads.ts';

/** Whether a person plans a body's meetings, writes down what came of them and lays the summary record: chair and secretariat. */
export function plansMeetings(actor: Actor, bodyId: string): boolean {
  return runs(actor, bodyId);
}
