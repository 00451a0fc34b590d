import { formatList } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';
import type { Marking } from './types.ts';

/** Looks up words of the `markings` namespace. */
export type MarkingLookup = (
  key:
    | 'releasableAllies'
    | 'releasableAlliesAnd'
    | 'releasableNames'
    | 'releasableTo'
    | 'onlyFor'
    | 'caveats',
  values?: Record<string, string | number>,
) => string;

/** More parties than this are counted instead of named, where there is little room. */
const MOST_NAMED = 6;

/** Who something may be released to, in words: "Releasable to Allies and EUX". `whole`: every party is named, however many. */
export function releaseWords(
  marking: Marking,
  t: MarkingLookup,
  locale: Locale,
  { whole = false } = {},
): string {
  const names = formatList(
    marking.parties.map((party) => party.code),
    locale,
  );
  const most = whole && marking.parties.every(({ code }) => code) ? Number.POSITIVE_INFINITY : MOST_NAMED;
  const words = [release(marking, names, most, t)];
  if (marking.onlyFor.length > 0) {
    const codes = marking.onlyFor.map((party) => party.code);
    words.push(t('onlyFor', { names: formatList(codes, locale) }));
  }
  if (marking.caveats.length > 0) words.push(t('caveats', { names: formatList(marking.caveats, locale) }));
  return words.filter(Boolean).join(' · ');
}

function release(marking: Marking, names: string, most: number, t: MarkingLookup): string {
  if (marking.allies) {
    return marking.parties.length === 0 ? t('releasableAllies') : t('releasableAlliesAnd', { names });
  }
  if (marking.parties.length === 0) return '';
  return marking.parties.length <= most
    ? t('releasableNames', { names })
    : t('releasableTo', { count: marking.parties.length });
}

/** Whether two markings let the same people read; who made them does not count. */
export function alike(a: Marking, b: Marking): boolean {
  const set = (ids: readonly string[]) => [...ids].sort().join();
  return a.level === b.level && set(readers(a)) === set(readers(b)) && set(a.caveats) === set(b.caveats);
}

/** The marking of a page that shows all of these: the highest level, and whom all of it may be released to. */
export function dominant(markings: readonly Marking[]): Marking | null {
  const [first, ...rest] = markings;
  if (!first) return null;
  const top = markings.reduce((high, one) => (one.level > high.level ? one : high), first);
  const common = rest.reduce((ids, one) => ids.filter((id) => readers(one).includes(id)), readers(first));
  const whole = markings.find((one) => readers(one).length === common.length);
  const named = markings.flatMap((one) => [...one.parties, ...one.onlyFor]);
  const parties = common.flatMap(
    (id) => named.find((party) => party.id === id) ?? { id, code: '', name: '' },
  );
  const caveats = [...new Set(markings.flatMap((one) => one.caveats))];
  return {
    ...(whole ?? { releasableTo: common, allies: false, onlyFor: [], parties }),
    level: top.level,
    levelName: top.levelName,
    caveats,
  };
}

function readers(marking: Marking): string[] {
  const only = marking.onlyFor.map((party) => party.id);
  return only.length === 0 ? marking.releasableTo : marking.releasableTo.filter((id) => only.includes(id));
}
