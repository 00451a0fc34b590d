import { getTranslations } from 'next-intl/server';
import { getClock } from '#i18n/clock.ts';
import type { Readiness } from './types.ts';

/** The line under the heading: when, and how many seats; or what is asked and until when it must hold. */
export async function Lead({ page: { seats, requirement, party } }: { page: Readiness }) {
  const [t, clock] = await Promise.all([getTranslations('readiness'), getClock()]);
  if (seats) {
    const parts = [
      seats.endsAt
        ? t('fromTo', { from: clock.date(seats.startsAt), to: clock.date(seats.endsAt) })
        : clock.date(seats.startsAt),
      ...(party ? [t('seatsOf', { count: seats.all, free: seats.free })] : []),
      t('closes', { when: clock.at(seats.closesAt) }),
    ];
    return parts.join(' · ');
  }
  if (!requirement) return t('lead');
  if (!requirement.validOn) return requirement.title;
  return `${requirement.title} · ${t('on', { date: clock.date(requirement.validOn) })}`;
}
