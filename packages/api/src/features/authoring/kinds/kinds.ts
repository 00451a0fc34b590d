import type { ActivityKind } from '@concord/db/enums';
import { assignment } from './assignment.ts';
import { file } from './file.ts';
import type { KindOfActivity } from './kind.ts';
import { page } from './page.ts';
import { quiz } from './quiz.ts';
import { session } from './session.ts';
import { video } from './video.ts';

/** Every kind of activity an author can choose, in the order of the chooser. */
export const kinds: readonly KindOfActivity[] = [page, video, file, quiz, assignment, session];

/** The kind of an activity, where the editor knows it. */
export function kindOf(kind: ActivityKind): KindOfActivity | undefined {
  return kinds.find((one) => one.kind === kind);
}
