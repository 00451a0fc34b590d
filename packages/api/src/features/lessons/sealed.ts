import type { Context } from '../../context.ts';
import { opener, openers, sealerFor } from '../../sealing/sealing.ts';

type Ctx = Pick<Context, 'tx' | 'services' | 'afterCommit'>;

/** What lies sealed, by the kind of row; all of it under the exercise's key, each bound to its own row. */
export type Contents = {
  observation: { what: string; evidence: string; injectNumber: number | null };
  group: { title: string };
  lesson: { title: string; issue: string; cause: string; proposal: string };
  action: { what: string };
  step: { reason: string; evidence: string; before?: { owner: string; dueOn: string } };
  link: { what: string; address: string };
  report: { summary: string };
  survey: Record<string, string | number>;
};
export type Sealed = keyof Contents;

/** Seals rows of an exercise. */
export async function sealRow<Kind extends Sealed>(
  ctx: Ctx,
  exerciseId: string,
  kind: Kind,
  { id, content }: { id: string; content: Contents[Kind] },
): Promise<Buffer> {
  return (await sealerFor(ctx, exerciseId))(JSON.stringify(content), `${kind}:${id}`);
}

/** Opens rows of an exercise, one after another; nothing is fetched where there is nothing to open. */
export async function openRows(ctx: Ctx, exerciseId: string, any: boolean) {
  const open = any ? await opener(ctx, exerciseId) : null;
  return <Kind extends Sealed>(kind: Kind, id: string, sealed: Buffer): Contents[Kind] => {
    if (!open) throw new Error('Nothing was to be opened.');
    return JSON.parse(open(sealed, `${kind}:${id}`));
  };
}

/** The same over several exercises, whose keys are fetched together. */
export async function openAcross(ctx: Ctx, exerciseIds: readonly string[]) {
  const open = await openers(ctx, [...new Set(exerciseIds)]);
  return <Kind extends Sealed>(
    exerciseId: string,
    kind: Kind,
    { id, sealed }: { id: string; sealed: Buffer },
  ): Contents[Kind] => {
    const opened = open.get(exerciseId);
    if (!opened) throw new Error(`The exercise ${exerciseId} has no key.`);
    return JSON.parse(opened(sealed, `${kind}:${id}`));
  };
}
