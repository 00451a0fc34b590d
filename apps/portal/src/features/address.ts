const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const EXERCISE_CODE = /^[A-Za-z0-9][A-Za-z0-9-]{1,19}$/;

/** Whether a part of an address is an id. What is none names nothing, and need not be asked for. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

/** Whether a part of an address may be an exercise's code. */
export function isExerciseCode(value: string): boolean {
  return EXERCISE_CODE.test(value);
}
