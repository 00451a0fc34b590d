'use client';

import { useTranslations } from 'next-intl';
import { useCategoryName } from '#features/learn/category-name.ts';
import type { Facts } from './facts.ts';
import type { About } from './types.ts';

/** Says facts in the words of their form, a line each: what another author saved meanwhile. */
export function useFactsWords({ courses, templates, levels }: About) {
  const t = useTranslations('authoring.about');
  const nameOf = useCategoryName();
  return (facts: Facts): string => {
    const asked = courses.filter(({ id }) => facts.prerequisites.includes(id)).map(({ title }) => title);
    const lines: [string, string | number | undefined][] = [
      [t('category'), nameOf(facts.category)],
      [t('minutes'), facts.minutes],
      [t('validity'), facts.validityMonths || '–'],
      [t('template'), templates.find(({ id }) => id === facts.template)?.name ?? '–'],
      [t('sequence'), t(facts.sequence)],
      [t('prerequisites'), asked.join(', ') || '–'],
      [t('openEnrolment'), facts.openEnrolment ? '✓' : '–'],
      [t('licence'), facts.licence || '–'],
      [t('audienceOf'), t(facts.audience)],
      [t('level'), levels.find(({ rank }) => rank === facts.level)?.name],
    ];
    return lines.map(([label, value]) => `${label}: ${value ?? ''}`).join('\n');
  };
}
