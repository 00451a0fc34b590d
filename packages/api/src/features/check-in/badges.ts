import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { keepsDoor } from '../../policies/exercises.ts';
import { record } from '../../record/record.ts';
import { exerciseLabel, exerciseRow } from '../exercises/rows.ts';
import type { BadgeSheet } from './badges-pdf.ts';
import { doorAddress } from './codes.ts';
import { seated } from './queries.ts';

/** The badges of everybody with a seat, for who keeps the door; that they were printed is recorded. */
export async function badgesOf(ctx: SignedIn, code: string): Promise<BadgeSheet> {
  const exercise = await exerciseRow(ctx, code);
  found(keepsDoor(ctx.actor, exercise.id) || undefined);
  const people = await seated(ctx, exercise.id);
  if (people.length === 0) throw new AppError('CONFLICT', 'exercises.nobodySeated');
  const { url } = ctx.services.settings;
  await record(ctx, {
    ...{ action: 'exercise.badges', subject: 'exercise', subjectId: exercise.id },
    ...{ markingId: exercise.markingId, details: { badges: people.length } },
  });
  return {
    exercise: ctx.locale === 'fr' ? exercise.nameFr : exercise.nameEn,
    marking: await exerciseLabel(ctx, exercise.markingId),
    at: ctx.now,
    badges: people.map((one) => ({ ...one, address: doorAddress(url, code, one.badge) })),
  };
}
