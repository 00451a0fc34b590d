/** Values for the words of an error. */
export type Params = Record<string, string | number>;

/** What is wrong with one value of a command's input. */
export type FieldFailure = { path: string; key: string; params?: Params };

/** Why a command failed, as the form shows it. */
export type Failure =
  | { kind: 'offline' }
  | { kind: 'refused'; code: string; key?: string; params?: Params; fields: FieldFailure[] };

/**
 * Reads what the client throws. An answer of the API carries its code, the key of its words and the fields at fault;
 * anything else means that no answer came, and nothing is known about what happened on the server.
 */
export function readFailure(error: unknown): Failure {
  const data = dataOf(error);
  if (!data) return { kind: 'offline' };
  return {
    kind: 'refused',
    code: text(data.code) ?? 'INTERNAL_SERVER_ERROR',
    key: text(data.messageKey),
    params: isObject(data.params) ? (data.params as Params) : undefined,
    fields: Array.isArray(data.fields) ? data.fields.filter(isFieldFailure) : [],
  };
}

function dataOf(error: unknown): Record<string, unknown> | undefined {
  return isObject(error) && isObject(error.data) ? error.data : undefined;
}

function isFieldFailure(value: unknown): value is FieldFailure {
  return isObject(value) && typeof value.path === 'string' && typeof value.key === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
