'use client';

import { useTranslations } from 'next-intl';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import type { RulePreview } from './types.ts';

type Person = RulePreview['people'][number];

const tones: Record<Person['what'], Tone> = {
  seat: 'good',
  waits: 'info',
  already: 'neutral',
  left: 'neutral',
  noSeats: 'neutral',
};

/** Everybody a rule covers, by name, each with what comes of it. */
export function RulePeople({ people }: { people: readonly Person[] }) {
  const t = useTranslations('cohorts.joining');
  if (people.length === 0) return <p className="text-ink-2">{t('nobody')}</p>;
  const joining = people.filter(({ what }) => what === 'seat').length;
  const waiting = people.filter(({ what }) => what === 'waits').length;
  return (
    <>
      <p className="mb-2 font-semibold">{t('covers', { people: people.length, joining, waiting })}</p>
      <ul className="max-w-measure border-t border-line">
        {people.map((person) => (
          <li
            key={person.personId}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b border-line py-2"
          >
            <span className="wrap-anywhere">
              {person.name}, {person.partyCode}
              {person.jobTitle ? <span className="block text-sm text-ink-2">{person.jobTitle}</span> : null}
            </span>
            <Tag tone={tones[person.what]} marked>
              {t(`outcomes.${person.what}`)}
            </Tag>
          </li>
        ))}
      </ul>
    </>
  );
}
