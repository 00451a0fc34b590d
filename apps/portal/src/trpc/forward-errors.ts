type Call = (...args: unknown[]) => unknown;

/**
 * The same caller, except that the code of a failed call is shown to `onCode` first, which may throw in its place.
 * Codes are compared, not classes: the page's bundle and the API hold different copies of tRPC.
 */
export function forwardErrors<Caller extends object>(caller: Caller, onCode: (code: string) => void): Caller {
  return new Proxy(caller, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' || (typeof value === 'object' && value !== null)
        ? forwardErrors(value, onCode)
        : value;
    },
    apply: async (target, self, args) => {
      try {
        return await Reflect.apply(target as unknown as Call, self, args);
      } catch (error) {
        const code = codeOf(error);
        if (code) onCode(code);
        throw error;
      }
    },
  });
}

/** The tRPC code of an error, or undefined when it is another kind of failure. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}
