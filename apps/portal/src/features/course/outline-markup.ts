import type { useTranslations } from 'next-intl';
import { type Markup, markup } from '#components/markup.ts';
import type { Clock } from '#i18n/clock.ts';
import type { OutlineActivity } from './types.ts';

/** What the rows of an outline are written with. */
export type OutlineWords = { t: ReturnType<typeof useTranslations<'course'>> };

type State = Pick<OutlineActivity, 'completed' | 'seen' | 'locked'>;

const lock = markup`<svg width="14" height="14" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M4 7.2h8v6H4zM5.6 7.2V5a2.4 2.4 0 0 1 4.8 0v2.2"></path></svg>`;

/** How far an activity is: a mark to see, a word to hear. */
export function stateMarkup({ completed, seen, locked }: State, { t }: OutlineWords, here = false): Markup {
  const state = completed ? 'done' : locked ? 'locked' : seen ? 'begun' : 'open';
  const mark = completed ? '✓' : locked ? lock : here ? '●' : seen ? '◐' : '○';
  return markup`<span class="${completed ? 'text-good' : 'text-ink-3'}"><span aria-hidden="true" class="inline-block align-middle">${mark}</span><span class="sr-only">${t(`state.${state}`)}</span></span>`;
}

/** How long an activity is: minutes of reading, or questions. */
export function sizeWords({ minutes, questions }: OutlineActivity, { t }: OutlineWords): string {
  return questions > 0 ? t('questions', { count: questions }) : t('minutes', { minutes });
}

/** An activity's own last day, as long as it is not done; under its title where a line is too short for both. */
export function dueMarkup(
  { dueAt, completed }: OutlineActivity,
  { t, clock }: OutlineWords & { clock: Clock },
): Markup | null {
  if (dueAt === null || completed) return null;
  return markup`<span class="text-sm font-semibold text-ink-2 max-md:col-span-2 max-md:col-start-2 max-md:row-start-2 md:mr-1">${t('activityDue', { at: clock.due(dueAt) })}</span>`;
}
