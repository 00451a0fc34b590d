import { TRPCError } from '@trpc/server';

/** The few codes a command or query fails with on purpose. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'PRECONDITION_FAILED'
  | 'PAYLOAD_TOO_LARGE'
  | 'TOO_MANY_REQUESTS';

/** What is wrong with one value of the input; `key` is a message of the portal's `errors` namespace. */
export type FieldProblem = { path: string; key: string; params?: Record<string, string | number> };

/** An expected failure, with the key of its words in the portal's `errors` namespace. */
export class AppError extends TRPCError {
  readonly messageKey: string;
  readonly params: Record<string, string | number>;
  readonly fields: FieldProblem[];

  constructor(
    code: ErrorCode,
    messageKey: string,
    params: Record<string, string | number> = {},
    fields: FieldProblem[] = [],
  ) {
    super({ code, message: messageKey });
    this.name = 'AppError';
    this.messageKey = messageKey;
    this.params = params;
    this.fields = fields;
  }
}

/** The one answer for what does not exist and for what may not be read. */
export function notFound(): AppError {
  return new AppError('NOT_FOUND', 'notFound');
}

/** The row, or NOT_FOUND. */
export function found<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw notFound();
  return row;
}

/** Stops a command that its actor may not do to something they may read. */
export function authorize(allowed: boolean, messageKey = 'forbidden'): void {
  if (!allowed) throw new AppError('FORBIDDEN', messageKey);
}

/** A failure that names one field of the input. */
export function fieldError(
  path: string,
  key: string,
  params: Record<string, string | number> = {},
): AppError {
  return new AppError('BAD_REQUEST', 'fields', {}, [{ path, key, params }]);
}
