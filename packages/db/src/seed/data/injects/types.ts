import type { InjectStatus, InjectTrigger } from '../../../enums.ts';

/** An inject of a demo exercise; numbers count from 1 in the order of the list. */
export type InjectSeed = {
  minute: number;
  /** The place of its storyline and its objective in their lists; null for none. */
  storyline: number | null;
  objective: number | null;
  move: number;
  to: string[];
  title: string;
  text: string;
  expected: string;
  from: string;
  means: string;
  attention?: string;
  after?: number;
  trigger?: InjectTrigger;
  responsible?: string;
  status?: InjectStatus;
};

export type EventsListSeed = { exercise: string; storylines: string[]; injects: InjectSeed[] };
