import { surveyKinds } from '@concord/db/enums';
import { z } from 'zod';
import { commandId, instant, singleLine, text, uuid } from '../../schemas.ts';
import { exerciseCode } from '../exercises/schemas.ts';
import { LEAST } from './rules.ts';

export const byCodeInput = z.strictObject({ code: exerciseCode });
export const surveyInput = z.strictObject({ surveyId: uuid });

const words = singleLine({ min: 1, max: 300 });
const choice = z.strictObject({
  en: singleLine({ min: 1, max: 120 }),
  fr: singleLine({ min: 1, max: 120 }),
});

const question = z
  .strictObject({
    kind: z.enum(surveyKinds),
    wordsEn: words,
    wordsFr: words,
    choices: z.array(choice).max(12),
    required: z.boolean(),
  })
  .superRefine(({ kind, choices }, context) => {
    if (kind === 'choice' && choices.length < 2)
      context.addIssue({ code: 'custom', path: ['choices'], message: 'errors.surveys.choices' });
    if (kind !== 'choice' && choices.length > 0)
      context.addIssue({ code: 'custom', path: ['choices'], message: 'errors.invalid' });
  });

/** A survey with its questions in their order. */
export const saveSurveyInput = z.strictObject({
  ...{ commandId, exerciseId: uuid, surveyId: uuid.nullable() },
  titleEn: singleLine({ min: 1, max: 200 }),
  titleFr: singleLine({ min: 1, max: 200 }),
  opensAt: instant,
  closesAt: instant,
  threshold: z
    .int({ error: 'errors.surveys.threshold' })
    .min(LEAST, { error: 'errors.surveys.threshold' })
    .max(100, { error: 'errors.surveys.threshold' }),
  questions: z.array(question).min(1, { error: 'errors.surveys.noQuestion' }).max(40),
});

export const answerInput = z.strictObject({
  commandId,
  surveyId: uuid,
  answers: z.record(uuid, z.union([z.int().min(0).max(100), text({ max: 2_000 })])),
});

export type SaveSurveyInput = Omit<z.output<typeof saveSurveyInput>, 'commandId'>;
export type AnswerInput = Omit<z.output<typeof answerInput>, 'commandId'>;
