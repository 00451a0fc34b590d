import type { EditedActivity } from '../types.ts';

/** What the editor of a kind is given. Each kind is a file of its own here, named in `kinds.tsx`. */
export type KindProps = {
  /** The course's slug. */
  course: string;
  edited: EditedActivity;
  /** The languages of the draft, the source's first. */
  languages: readonly string[];
};
