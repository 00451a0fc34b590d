'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { MarkedText } from './marked-text.tsx';
import { sentencesOf } from './segments.ts';
import { selectedIn } from './selection.ts';
import type { Remark } from './types.ts';

type Props = { text: string; remarks: Remark[]; onChange: (remarks: Remark[]) => void; readOnly: boolean };

/** The handed-in text with remarks on it: put on selected words, or on a sentence chosen from a list. */
export function RemarkEditor({ text, remarks, onChange, readOnly }: Props) {
  const t = useTranslations('assignments');
  const locale = useLocale();
  const body = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState(false);
  const sentences = sentencesOf(text, locale);
  const add = (starts: number, ends: number) => onChange([...remarks, { starts, ends, text: '' }]);

  function onSelected() {
    const place = selectedIn(body.current);
    setProblem(place === null);
    if (place) add(place.starts, place.ends);
  }

  return (
    <>
      <MarkedText ref={body} text={text} remarks={remarks} />
      {readOnly ? null : (
        <div className="mt-3 flex max-w-measure flex-wrap items-end gap-3">
          <Button onMouseDown={(event) => event.preventDefault()} onClick={onSelected}>
            {t('remarkOnSelection')}
          </Button>
          <Field name="sentence" label={t('remarkOnSentence')} optional className="min-w-0 grow basis-56">
            <Select
              name="sentence"
              value=""
              onChange={({ target }) => {
                const chosen = sentences[Number(target.value)];
                if (target.value !== '' && chosen) add(chosen.start, chosen.end);
              }}
            >
              <option value="">{t('chooseSentence')}</option>
              {sentences.map(({ start, words }, index) => (
                <option key={start} value={index}>
                  {words.slice(0, 80)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
      <p role="status" className="text-sm text-warn empty:hidden">
        {problem ? t('selectFirst') : null}
      </p>
      <ol className="mt-4 flex max-w-measure list-decimal flex-col gap-3 pl-6">
        {remarks.map((remark, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing inside keeps state of its own
          <li key={`${index} ${remark.starts} ${remark.ends}`}>
            <q className="text-sm text-ink-2">{text.slice(remark.starts, remark.ends)}</q>
            {readOnly ? (
              <p>{remark.text}</p>
            ) : (
              <Field name={`remark-${index}`} label={t('remark', { number: index + 1 })}>
                <TextArea
                  name={`remark-${index}`}
                  rows={2}
                  value={remark.text}
                  onChange={({ target }) =>
                    onChange(remarks.map((one, at) => (at === index ? { ...one, text: target.value } : one)))
                  }
                />
              </Field>
            )}
            {readOnly ? null : (
              <Button
                size="small"
                aria-label={t('removeRemark', { number: index + 1 })}
                onClick={() => onChange(remarks.filter((_, at) => at !== index))}
              >
                {t('remove')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
