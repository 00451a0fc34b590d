'use client';

import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { Tag } from '#components/ui/tag.tsx';
import type { AttendanceState, Attendee } from './types.ts';

const STATES = ['present', 'absent', 'excused'] as const;
/** The first letter of each state, the same in both languages; only where a row has the focus. */
const KEYS: Readonly<Record<string, AttendanceState>> = { p: 'present', a: 'absent', e: 'excused' };

type Props = {
  person: Attendee;
  state: AttendanceState | null;
  onChoose: (state: AttendanceState) => void;
};

/** One person: the choice by mouse, by arrows, or by a letter that goes on to the next row. */
export function AttendanceRow({ person, state, onChoose }: Props) {
  const t = useTranslations('liveSessions.attendance');

  function byLetter(event: KeyboardEvent<HTMLFieldSetElement>) {
    const wanted = event.ctrlKey || event.altKey || event.metaKey ? undefined : KEYS[event.key.toLowerCase()];
    if (!wanted) return;
    event.preventDefault();
    onChoose(wanted);
    const next = event.currentTarget.closest('li')?.nextElementSibling;
    const radios = [...(next?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])];
    (radios.find(({ checked }) => checked) ?? radios[0])?.focus();
  }

  return (
    <li className="border-b border-line py-2.5">
      <fieldset
        onKeyDown={byLetter}
        disabled={person.own}
        className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1"
      >
        <legend className="float-left min-w-0 flex-1 basis-56 font-medium wrap-anywhere">
          {person.name} <span className="font-normal text-ink-2">{person.party}</span>
        </legend>
        {person.own ? <span className="text-sm text-ink-2">{t('own')}</span> : null}
        {person.elsewhere ? <Tag tone="good">{t('elsewhere')}</Tag> : null}
        <span className="flex flex-wrap gap-x-5">
          {STATES.map((one) => (
            <label key={one} className="flex min-h-8 items-center gap-2">
              <input
                type="radio"
                name={`state-${person.enrolmentId}`}
                checked={state === one}
                onChange={() => onChoose(one)}
                className="size-[18px] accent-accent"
              />
              {t(`states.${one}`)}
            </label>
          ))}
        </span>
      </fieldset>
    </li>
  );
}
