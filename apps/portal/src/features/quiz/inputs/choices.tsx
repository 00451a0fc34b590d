'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { ChoiceText } from '../choice-text.tsx';
import { choiceLook, chosen, type InputProps } from './input.ts';

/** One or several of a list: arrow keys and space choose. */
export function Choices({ question, answer, language, onAnswer }: InputProps<'single' | 'multiple'>) {
  const name = useId();
  const several = question.kind === 'multiple';
  const picked = chosen(answer);
  const pick = (key: string, on: boolean) => {
    if (!several) return onAnswer({ choices: [key] });
    onAnswer({ choices: on ? [...picked, key] : picked.filter((one) => one !== key) });
  };
  return (
    <div lang={language} className="flex max-w-measure flex-col gap-2.5">
      {question.choices.map(({ key, text }) => (
        <label key={key} className={choiceLook}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={key}
            checked={picked.includes(key)}
            onChange={(event) => pick(key, event.target.checked)}
            className="mt-[3px] size-[18px] flex-none accent-accent"
          />
          <ChoiceText html={text} />
        </label>
      ))}
    </div>
  );
}

/** True or false. */
export function TrueFalse({ answer, onAnswer }: InputProps<'trueFalse'>) {
  const t = useTranslations('quiz');
  const name = useId();
  const [picked] = chosen(answer);
  return (
    <div className="flex max-w-measure flex-col gap-2.5">
      {(['true', 'false'] as const).map((key) => (
        <label key={key} className={choiceLook}>
          <input
            type="radio"
            name={name}
            value={key}
            checked={picked === key}
            onChange={() => onAnswer({ choices: [key] })}
            className="mt-[3px] size-[18px] flex-none accent-accent"
          />
          {t(key)}
        </label>
      ))}
    </div>
  );
}
