import type { DraftActivity, Finding } from './kinds/kind.ts';
import { kindOf } from './kinds/kinds.ts';
import type { TextState } from './rules.ts';

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
