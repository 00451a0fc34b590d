'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { sentencesOf } from '#features/assignments/segments.ts';
import type { Stretch } from './text-ranges.ts';
import { readingText } from './use-notes.ts';

type Props = {
  language: string;
  disabled: boolean;
  onPick: (stretch: Stretch | null, withNote: boolean) => void;
};

/** Without a pointer: a sentence is chosen from a list, and marked or noted on; or the page as a whole is noted on. */
export function PassagePicker({ language, disabled, onPick }: Props) {
  const t = useTranslations('study');
  const [chosen, setChosen] = useState('');
  const sentences = sentencesOf(readingText()?.textContent ?? '', language);
  const stretch = chosen === '' ? null : (sentences[Number(chosen)] ?? null);
  return (
    <div className="mt-3 flex flex-col gap-3">
      <Field name="passage" label={t('sentence')} optional>
        <Select name="passage" value={chosen} onChange={({ target }) => setChosen(target.value)}>
          <option value="">{t('wholePage')}</option>
          {sentences.map(({ start, words }, index) => (
            <option key={start} value={index}>
              {words.replace(/\s+/g, ' ').slice(0, 90)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex flex-wrap gap-2">
        {stretch ? (
          <Button disabled={disabled} onClick={() => onPick(stretch, false)}>
            {t('mark')}
          </Button>
        ) : null}
        <Button disabled={disabled} onClick={() => onPick(stretch, true)}>
          {t('note')}
        </Button>
      </div>
    </div>
  );
}
