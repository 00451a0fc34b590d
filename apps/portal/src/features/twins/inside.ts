import { cache } from 'react';
import { shellIfAny } from '#trpc/shell.ts';

/** Whether this request comes from a browser that is inside an exercise: what it shows is then play. */
export const insideExercise = cache(async (): Promise<boolean> => Boolean((await shellIfAny())?.inside));
