'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { PartyChoice } from './party-choice.tsx';
import type { MarkingChoices, MarkingInput } from './types.ts';

type Props = {
  choices: MarkingChoices;
  value: MarkingInput;
  onChange: (value: MarkingInput) => void;
  /** Offered as one word: "ALLIES" in a new thread, everyone the thread is open to in an entry. */
  whole: { label: string; note?: string; releasableTo: MarkingInput['releasableTo'] };
};

/** Chooses a marking: a level, and whom it may be released to. */
export function MarkingPicker({ choices, value, onChange, whole }: Props) {
  const t = useTranslations('markings');
  const id = useId();
  const isWhole = same(value.releasableTo, whole.releasableTo);
  return (
    <div className="flex flex-col gap-4">
      <p>
        <label htmlFor={`${id}-level`} className="mb-1 block font-semibold">
          {t('level')}
        </label>
        <select
          id={`${id}-level`}
          value={value.level}
          onChange={(event) => onChange({ ...value, level: Number(event.target.value) })}
          className="block w-full max-w-form rounded-md border border-line-field bg-paper px-3 py-2"
        >
          {choices.levels.map((level) => (
            <option key={level.rank} value={level.rank}>
              {level.name}
            </option>
          ))}
        </select>
      </p>
      <fieldset id="field-marking" tabIndex={-1}>
        <legend className="mb-1 font-semibold">{t('releasable')}</legend>
        <Choice
          name={id}
          checked={isWhole}
          label={whole.label}
          note={whole.note}
          onChoose={() => onChange({ ...value, releasableTo: whole.releasableTo })}
        />
        <Choice
          name={id}
          checked={!isWhole}
          label={t('chosen')}
          note={t('chosenNote')}
          onChoose={() => onChange({ ...value, releasableTo: [] })}
        />
        {isWhole ? null : (
          <PartyChoice
            parties={choices.parties}
            chosen={value.releasableTo}
            onChange={(releasableTo) => onChange({ ...value, releasableTo })}
          />
        )}
      </fieldset>
    </div>
  );
}

type ChoiceProps = { name: string; checked: boolean; label: string; note?: string; onChoose: () => void };

function Choice({ name, checked, label, note, onChoose }: ChoiceProps) {
  return (
    <label className="flex items-start gap-3 py-1">
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChoose}
        className="mt-0.5 size-[18px] flex-none accent-accent"
      />
      <span>
        {label}
        {note ? <span className="block text-sm text-ink-2">{note}</span> : null}
      </span>
    </label>
  );
}

const same = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one) => b.includes(one));
