import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { authorize, fieldError } from '../../errors.ts';
import { makesVersions } from '../../policies/texts.ts';
import { authorityIn } from '../texts/authority.ts';
import { afterWorkingHours } from './hours.ts';
import { lockSilence } from './load.ts';
import { tellOfEnd, tellOfNewEnd } from './notices.ts';
import { refusal } from './rules.ts';
import type { endInput, extendInput, resumeInput } from './schemas.ts';
import { RESUMED_HOURS, wallInstant } from './times.ts';
import { happen, refuse } from './write.ts';

/** The chair gives more time. The end only ever moves later; the one before stays in the history. */
export async function extend(ctx: SignedIn, input: z.infer<typeof extendInput>) {
  const { row, silence, text, now } = await lockAsChair(ctx, input.silenceId);
  const until = wallInstant(text.body, input.until, now);
  const problem = refusal(silence, { kind: 'extend', until }, now);
  if (problem === 'notLater') throw fieldError('until', 'silence.notLater');
  refuse(problem);
  await happen(ctx, text, {
    ...{ silenceId: row.id, kind: 'extend' as const, at: now, until, said: { reason: input.reason } },
  });
  await tellOfNewEnd(ctx, text, { kind: 'silenceExtended', until });
  return { silenceId: row.id };
}

/** The chair lets silence run on once every break is lifted, with time for all to look once more. Never by itself. */
export async function resume(ctx: SignedIn, input: z.infer<typeof resumeInput>) {
  const { row, silence, text, now } = await lockAsChair(ctx, input.silenceId);
  const until = wallInstant(text.body, input.until, now);
  const earliest = afterWorkingHours(now, RESUMED_HOURS, text.body.timeZone, text.body.workingHours);
  const problem = refusal(silence, { kind: 'resume', until, earliest }, now);
  if (problem === 'resumeTooSoon')
    throw fieldError('until', 'silence.resumeTooSoon', { hours: RESUMED_HOURS });
  refuse(problem);
  await happen(ctx, text, {
    ...{ silenceId: row.id, kind: 'resume' as const, at: now, until, said: { reason: input.reason } },
  });
  await tellOfNewEnd(ctx, text, { kind: 'silenceResumed', until });
  return { silenceId: row.id };
}

/** The chair withdraws it, moves a broken one to a meeting or a higher body, or closes it without adoption. */
export async function end(ctx: SignedIn, input: z.infer<typeof endInput>) {
  const { row, silence, text, now } = await lockAsChair(ctx, input.silenceId);
  refuse(refusal(silence, { kind: input.kind }, now));
  await happen(ctx, text, {
    ...{ silenceId: row.id, kind: input.kind, at: now, said: { reason: input.reason } },
  });
  await tellOfEnd(ctx, text);
  return { silenceId: row.id };
}

async function lockAsChair(ctx: SignedIn, silenceId: string) {
  const locked = await lockSilence(ctx, silenceId);
  authorize(makesVersions(ctx.actor, locked.text.body.id));
  const held = await authorityIn(ctx, locked.text.body.id);
  authorize(held.some((one) => one.role === 'chair'));
  return locked;
}
