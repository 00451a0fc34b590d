import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { rateLimits } from '../auth/rate-limits.ts';
import { AppError, type FieldProblem } from '../errors.ts';
import { type Places, receiveChecks } from '../features/checks/receive.ts';
import { type CheckResult, resultsSchema } from '../features/checks/schemas.ts';
import { resultOf, statementsOf } from '../features/checks/xapi.ts';
import { fieldsOf } from '../field-problems.ts';
import type { Services } from '../services.ts';
import { bodyText } from './body.ts';
import { problemWords } from './check-words.ts';
import { type Endpoint, json, requestInfo } from './request.ts';

const LARGEST = 512 * 1024;
const BEARER = /^Bearer ([\w-]{43})$/;
const STATUS: Readonly<Record<string, number>> = {
  ...{ BAD_REQUEST: 400, UNAUTHORIZED: 401, CONFLICT: 409, PAYLOAD_TOO_LARGE: 413, TOO_MANY_REQUESTS: 429 },
};

/** What was sent, as results, and where each of their parts stood in it. */
type Read = {
  results: CheckResult[];
  places: Places;
  answer: (kept: { accepted: number; known: number }) => unknown;
};

/**
 * `POST /api/checks` and `POST /api/xapi/statements` (docs/formats/checks.md): results of automatic checks of an exercise,
 * by a machine that shows a key. Written whole or not at all; what is wrong is said by field, in English.
 */
export const checksEndpoint: Endpoint = async (services, req, res) => {
  const path = (req.url ?? '').split('?')[0];
  const source = path === '/api/checks' ? 'check' : path === '/api/xapi/statements' ? 'xapi' : null;
  if (!source) return json(res, 404, { error: 'notFound' });
  if (req.method !== 'POST') {
    res.setHeader('allow', 'POST');
    return json(res, 405, { error: 'method' });
  }
  try {
    json(res, 200, await take(services, req, source));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    refuse(res, error);
  }
};

async function take(services: Services, req: IncomingMessage, source: 'check' | 'xapi'): Promise<unknown> {
  const limits = rateLimits(services.app);
  const info = requestInfo(services, req);
  const secret = BEARER.exec(req.headers.authorization ?? '')?.[1];
  const tooMany = new AppError('TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS');
  if (secret && !(await limits.checks(secret))) throw tooMany;
  const read = secret ? readBody(source, await bodyOf(req)) : null;
  const kept =
    secret && read
      ? await receiveChecks(services, secret, { ...read, source, requestId: info.requestId })
      : null;
  if (read && kept) return read.answer(kept);
  if (!(await limits.wrongKey(info.address))) throw tooMany;
  throw new AppError('UNAUTHORIZED', 'checks.key');
}

async function bodyOf(req: IncomingMessage): Promise<unknown> {
  const text = await bodyText(req, LARGEST);
  if (text === undefined) throw new AppError('PAYLOAD_TOO_LARGE', 'checks.large');
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError('BAD_REQUEST', 'checks.json');
  }
}

function readBody(source: 'check' | 'xapi', body: unknown): Read {
  return source === 'check' ? readResults(body) : readStatements(body);
}

function readResults(body: unknown): Read {
  const { results } = parsed(resultsSchema, body);
  return {
    results: results.map(({ state = null, points = null, at, ...one }) => ({
      ...one,
      state,
      points,
      at: new Date(at),
    })),
    places: (index, of) => `results.${index}.${of}`,
    answer: (kept) => kept,
  };
}

const XAPI_PLACES = { team: 'actor.account.name', reference: 'id', at: 'timestamp' };

function readStatements(body: unknown): Read {
  const said = parsed(statementsOf(body), body);
  const statements = Array.isArray(said) ? said : [said];
  return {
    results: statements.map(resultOf),
    places: (index, of) => `${Array.isArray(said) ? `${index}.` : ''}${XAPI_PLACES[of]}`,
    // As a learning record store answers: the ids, in the order they came in.
    answer: () => statements.map(({ id }) => id),
  };
}

function parsed<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const answer = schema.safeParse(body);
  if (answer.success) return answer.data;
  const unknown = answer.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(
          (key): FieldProblem => ({ path: [...issue.path, key].join('.'), key: 'checks.unknown' }),
        )
      : [],
  );
  const others = fieldsOf(answer.error).filter(
    (_, index) => answer.error.issues[index]?.code !== 'unrecognized_keys',
  );
  throw new AppError('BAD_REQUEST', 'fields', {}, [...unknown, ...others]);
}

function refuse(res: ServerResponse, { code, messageKey, fields }: AppError): void {
  if (code === 'TOO_MANY_REQUESTS') res.setHeader('retry-after', '60');
  if (code === 'UNAUTHORIZED') res.setHeader('www-authenticate', 'Bearer');
  const problems = fields.map(({ path, key }) => ({ path, problem: problemWords(key) }));
  json(res, STATUS[code] ?? 400, {
    error: problemWords(messageKey),
    ...(problems.length > 0 ? { fields: problems } : {}),
  });
}
