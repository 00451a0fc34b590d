import type { DraftActivity, Finding } from './kinds/kind.ts';
import { kindOf } from './kinds/kinds.ts';

/** How a text in one language stands to the source it follows. */
export type TextState = 'current' | 'stale' | 'missing';

/** A text, the hash of the source it was written after, and the source's hash now. */
export function textState(
  text: { sourceHash: string; empty: boolean } | undefined,
  sourceNow: string | undefined,
): TextState {
  if (text === undefined || text.empty) return 'missing';
  return sourceNow === undefined || text.sourceHash === sourceNow ? 'current' : 'stale';
}

/** A list with one item at another place; the place is counted without the item. */
export function moved<Item>(items: readonly Item[], item: Item, to: number): Item[] {
  const others = items.filter((one) => one !== item);
  const at = Math.max(0, Math.min(to, others.length));
  return [...others.slice(0, at), item, ...others.slice(at)];
}

/** A key no other part has: from the title, with a figure behind it where it is taken. */
export function freeKey(title: string, taken: ReadonlySet<string>, fallback: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? fallback : plain;
  if (!taken.has(base)) return base;
  for (let figure = 2; ; figure += 1) {
    if (!taken.has(`${base}-${figure}`)) return `${base}-${figure}`;
  }
}

/** A draft as the checks before publication see it. */
export type CheckedDraft = {
  sourceLanguage: string;
  languages: readonly string[];
  texts: Readonly<Record<string, { title: string; summary: string }>>;
  units: readonly {
    key: string;
    titles: Readonly<Record<string, string>>;
    activities: readonly (DraftActivity & { states: Readonly<Record<string, TextState>> })[];
  }[];
};

/** A finding and where it is: of the course when neither is named. */
export type PlacedFinding = Finding & { unit?: string; activity?: string };

/** Everything that is missing in a draft, in the order of its outline; errors stop publication. */
export function findingsOf(draft: CheckedDraft): PlacedFinding[] {
  const found: PlacedFinding[] = [...courseFindings(draft)];
  if (draft.units.length === 0) found.push({ severity: 'error', code: 'noUnits' });
  for (const unit of draft.units) {
    const place = { unit: unit.key };
    if (unit.activities.length === 0) found.push({ severity: 'error', code: 'unitEmpty', ...place });
    found.push(...titleFindings(unit.titles, draft).map((one) => ({ ...one, ...place })));
    for (const activity of unit.activities)
      found.push(
        ...activityFindings(activity, draft).map((one) => ({ ...one, ...place, activity: activity.key })),
      );
  }
  return found;
}

function courseFindings({ languages, sourceLanguage, texts }: CheckedDraft): Finding[] {
  return languages.flatMap((language): Finding[] => {
    const text = texts[language];
    if (!text || text.title.trim() === '') return [{ severity: 'error', code: 'titleMissing', language }];
    if (text.summary.trim() === '')
      return [
        { severity: language === sourceLanguage ? 'error' : 'warning', code: 'summaryMissing', language },
      ];
    return [];
  });
}

function titleFindings(titles: Readonly<Record<string, string>>, draft: CheckedDraft): Finding[] {
  return draft.languages
    .filter((language) => (titles[language] ?? '').trim() === '')
    .map((language) => ({
      severity: language === draft.sourceLanguage ? 'error' : 'warning',
      code: 'titleMissing',
      language,
    }));
}

function activityFindings(
  activity: CheckedDraft['units'][number]['activities'][number],
  draft: CheckedDraft,
): Finding[] {
  const kind = kindOf(activity.kind);
  const found = titleFindings(activity.titles, draft);
  if (kind) found.push(...kind.findings(activity, draft.languages));
  const source = activity.states[draft.sourceLanguage] ?? 'missing';
  if (kind?.needsText && source === 'missing')
    found.push({ severity: 'error', code: 'textMissing', language: draft.sourceLanguage });
  if (activity.minutes === 0) found.push({ severity: 'warning', code: 'minutesMissing' });
  if (source === 'missing') return found;
  for (const language of draft.languages) {
    const state = language === draft.sourceLanguage ? 'current' : (activity.states[language] ?? 'missing');
    if (state === 'missing' && activity.kind !== 'video')
      found.push({ severity: 'warning', code: 'translationMissing', language });
    if (state === 'stale') found.push({ severity: 'warning', code: 'translationStale', language });
  }
  return found;
}

/** A part of the outline as languages are counted in it; a unit has a title and no text. */
export type CountedPart = {
  titles: Readonly<Record<string, string>>;
  states?: Readonly<Record<string, TextState>>;
};

/** How many parts lack their title or words in a language, and how many have words their source has left behind. */
export function countStates(parts: readonly CountedPart[], language: string) {
  const missing = ({ titles, states }: CountedPart) => !titles[language] || states?.[language] === 'missing';
  return {
    missing: parts.filter(missing).length,
    stale: parts.filter(({ states }) => states?.[language] === 'stale').length,
  };
}
