'use client';

import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ChoiceText } from '../choice-text.tsx';
import { HotspotPicture } from '../hotspot-picture.tsx';
import { choiceLook, chosen, type InputProps } from './input.ts';

/** Places in a picture, marked in it or chosen from the list beside it: either is a full answer. */
export function Hotspot({ question, answer, language, onAnswer }: InputProps<'hotspot'>) {
  const t = useTranslations('quiz');
  const { picks, areas } = question;
  const points = answer && 'points' in answer ? answer.points : [];
  const picked = chosen(answer);

  function mark(event: MouseEvent<HTMLButtonElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    // Pressed by a key, it has no place: those use the list.
    if (event.detail === 0 || box.width === 0) return;
    const percent = (from: number, size: number) => Math.round((from / size) * 1000) / 10;
    const point = {
      x: percent(event.clientX - box.left, box.width),
      y: percent(event.clientY - box.top, box.height),
    };
    onAnswer({ points: [...points, point].slice(-picks) });
  }

  function choose(key: string, on: boolean) {
    const rest = picked.filter((one) => one !== key);
    onAnswer({ choices: (on ? [...rest, key] : rest).slice(-picks) });
  }

  return (
    <div className="max-w-measure">
      <p className="mb-2 text-sm text-ink-2">{t('picks', { count: picks })}</p>
      <button
        type="button"
        tabIndex={-1}
        aria-hidden="true"
        onClick={mark}
        className="block w-full cursor-crosshair rounded-md border border-line-strong"
      >
        <HotspotPicture fileId={question.imageFileId} points={points} />
      </button>
      {points.length > 0 ? (
        <p className="mt-2 flex flex-wrap items-center gap-3 text-sm text-ink-2">
          {t('marked', { count: points.length })}
          <Button size="small" onClick={() => onAnswer({ points: points.slice(0, -1) })}>
            {t('takeBack')}
          </Button>
        </p>
      ) : null}
      <div lang={language} className="mt-5">
        <p className="sr-only">{question.alternative}</p>
        <p className="mb-2 font-semibold">{t('orFromList')}</p>
        <div className="flex flex-col gap-2">
          {areas.map(({ key, text }) => (
            <label key={key} className={choiceLook}>
              <input
                type="checkbox"
                checked={picked.includes(key)}
                onChange={(event) => choose(key, event.target.checked)}
                className="mt-[3px] size-[18px] flex-none accent-accent"
              />
              <ChoiceText html={text} />
            </label>
          ))}
        </div>
      </div>
    </div>
  );
}
