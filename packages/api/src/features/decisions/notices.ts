import type { SignedIn } from '../../context.ts';
import { notify } from '../notifications/notify.ts';
import type { LoadedText } from '../texts/load.ts';
import { seatedReaders } from './readers.ts';

/** A body decided in a meeting: told by number, to all who sit in it and may read the decision. */
export async function tellOfDecision(ctx: SignedIn, text: LoadedText, made: { id: string; number: string }) {
  await notify(ctx, {
    personIds: (await seatedReaders(ctx, text)).map(({ id }) => id),
    kind: 'decisionMade',
    path: `/consult/decisions/${made.id}`,
    subjectId: made.id,
    params: { number: made.number },
  });
}
