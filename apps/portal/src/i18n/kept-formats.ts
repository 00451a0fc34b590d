/** Languages and options come from our own words: a few dozen. */
const MOST = 500;

/**
 * Gives the same format again for the same language and options, whoever asks `Intl` for one. A format never changes once
 * it is made, and to make one takes twenty times as long as to use it: next-intl makes those of a page anew for each
 * request.
 */
export function keepFormats(): void {
  Object.assign(Intl, { NumberFormat: kept(Intl.NumberFormat), PluralRules: kept(Intl.PluralRules) });
}

/** The same class, whose instances are kept. */
export function kept<Format extends typeof Intl.NumberFormat | typeof Intl.PluralRules>(
  format: Format,
): Format {
  const known = new Map<string, object>();
  const keeping: Format = new Proxy(format, {
    construct(target, args: unknown[], made) {
      // Languages in a list or as an object are nobody's here; and what a subclass makes is its own.
      if (made !== keeping || typeof args[0] !== 'string') return Reflect.construct(target, args, made);
      const key = JSON.stringify(args);
      const one = known.get(key) ?? Reflect.construct(target, args);
      if (known.size >= MOST) known.clear();
      known.set(key, one);
      return one;
    },
  });
  return keeping;
}
