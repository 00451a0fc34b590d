import { z } from 'zod';
import { instant, singleLine, uuid } from '../../schemas.ts';
import { type CheckResult, MOST_RESULTS, pointsSchema } from './schemas.ts';

const ADL = 'http://adlnet.gov/expapi/verbs/';
/** The verbs that say something of a check, and what. */
const verbs = { [`${ADL}passed`]: 'up', [`${ADL}failed`]: 'down', [`${ADL}scored`]: null } as const;
type Verb = keyof typeof verbs;

const iri = z
  .string({ error: 'errors.checks.iri' })
  .max(200, { error: 'errors.checks.iri' })
  .regex(/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i, { error: 'errors.checks.iri' });
const words = z.record(z.string().max(35), singleLine({ max: 500 })).optional();
const figure = z.number({ error: 'errors.checks.score' });

/** The subset of an xAPI statement (1.0.3, 2.0) that is taken: docs/formats/checks.md. What else it holds is refused, not left out. */
const statementSchema = z
  .strictObject({
    id: uuid,
    actor: z.strictObject({
      objectType: z.enum(['Agent', 'Group'], { error: 'errors.checks.actor' }).optional(),
      name: singleLine({ max: 200 }).optional(),
      account: z.strictObject({ homePage: iri, name: singleLine({ min: 1, max: 200 }) }),
    }),
    verb: z.strictObject({
      id: z
        .string({ error: 'errors.checks.verb' })
        .refine((id) => id in verbs, { error: 'errors.checks.verb' }),
      display: words,
    }),
    object: z.strictObject({
      objectType: z.literal('Activity', { error: 'errors.checks.object' }).optional(),
      id: iri,
      definition: z.strictObject({ name: words, description: words, type: iri.optional() }).optional(),
    }),
    result: z
      .strictObject({
        score: z
          .strictObject({
            raw: pointsSchema.optional(),
            min: figure.optional(),
            max: figure.optional(),
            scaled: figure
              .min(-1, { error: 'errors.checks.score' })
              .max(1, { error: 'errors.checks.score' })
              .optional(),
          })
          .optional(),
        success: z.boolean({ error: 'errors.checks.flag' }).optional(),
        completion: z.boolean({ error: 'errors.checks.flag' }).optional(),
      })
      .optional(),
    timestamp: instant,
    version: z
      .string()
      .regex(/^(1\.0(\.\d+)?|2\.0(\.\d+)?)$/, { error: 'errors.checks.version' })
      .optional(),
  })
  .superRefine(({ verb, result }, context) => {
    const problem = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    const { raw, min, max } = result?.score ?? {};
    const says = verbs[verb.id as Verb];
    if (says === null && raw === undefined) problem(['result', 'score', 'raw'], 'errors.checks.rawNeeded');
    if (raw !== undefined && ((min !== undefined && raw < min) || (max !== undefined && raw > max)))
      problem(['result', 'score', 'raw'], 'errors.checks.score');
    if (says && result?.success !== undefined && result.success !== (says === 'up'))
      problem(['result', 'success'], 'errors.checks.contradicts');
  });

type Statement = z.output<typeof statementSchema>;

/** One statement, or a list of them. */
export const statementsSchema = z.union([
  z
    .array(statementSchema)
    .min(1, { error: 'errors.checks.list' })
    .max(MOST_RESULTS, { error: 'errors.checks.many' }),
  statementSchema,
]);
/** As above, for a body that is known to be a list or not: so that what is wrong is said of its own field. */
export const statementsOf = (body: unknown) =>
  Array.isArray(body) ? statementsSchema.options[0] : statementSchema;

/** What a statement says of a team: its account's name is the team, the object's id the check, the raw score its points. */
export function resultOf({ id, actor, verb, object, result, timestamp }: Statement): CheckResult {
  return {
    ...{ reference: id, team: actor.account.name, check: object.id, state: verbs[verb.id as Verb] },
    ...{ points: result?.score?.raw ?? null, at: new Date(timestamp) },
  };
}
