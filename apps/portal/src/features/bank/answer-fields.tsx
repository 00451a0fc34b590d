'use client';

import type { QuestionAnswer, QuestionBody, QuestionTexts } from '@concord/api/features/bank/body';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { RenderedText } from '#components/rendered-text.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { moved, partKeys } from './edit-body.ts';
import { OrderList } from './order-list.tsx';

type Props = {
  body: QuestionBody;
  said: QuestionTexts;
  language: string;
  answer: QuestionAnswer;
  onChange: (answer: QuestionAnswer) => void;
};

/** An answer in the shape of its type, with nothing in it. */
export function blankAnswer(body: QuestionBody): QuestionAnswer {
  switch (body.kind) {
    case 'numeric':
      return { number: '', unit: body.units[0]?.name ?? null };
    case 'matching':
      return { pairs: {} };
    case 'ordering':
      return { order: [...body.order].sort() };
    case 'gapText':
      return { gaps: {} };
    case 'shortText':
    case 'essay':
    case 'file':
      return { text: '' };
    default:
      return { choices: [] };
  }
}

/** What a learner answers in: one control for each type, all of them native. */
export function AnswerFields(props: Props) {
  const t = useTranslations('bank.try');
  const { body, answer, onChange } = props;
  if (body.kind === 'file') return <p className="text-ink-2">{t('files', { count: body.maxFiles })}</p>;
  if ('choices' in answer) return <Picks {...props} picked={answer.choices} />;
  if ('number' in answer && body.kind === 'numeric')
    return (
      <div className="flex flex-wrap gap-3">
        <Field name="try-number" label={t('number')} className="w-40">
          <TextField
            inputMode="decimal"
            value={answer.number}
            onChange={(event) => onChange({ ...answer, number: event.target.value })}
          />
        </Field>
        {body.units.length > 0 ? (
          <Field name="try-unit" label={t('unit')} className="w-32">
            <Select
              value={answer.unit ?? ''}
              onChange={(event) => onChange({ ...answer, unit: event.target.value || null })}
            >
              <option value="">{t('none')}</option>
              {body.units.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </Select>
          </Field>
        ) : null}
      </div>
    );
  if ('pairs' in answer) return <Pairs {...props} pairs={answer.pairs} />;
  if ('gaps' in answer) return <Gaps {...props} gaps={answer.gaps} />;
  if ('order' in answer)
    return (
      <OrderList
        items={answer.order.map((key) => ({ key, label: words(props.said, key) }))}
        onMove={(from, by) => onChange({ order: moved(answer.order, from, by) })}
      />
    );
  if (!('text' in answer)) return null;
  return (
    <Field name="try-text" label={t('answer')}>
      {body.kind === 'essay' ? (
        <TextArea value={answer.text} onChange={(event) => onChange({ text: event.target.value })} />
      ) : (
        <TextField value={answer.text} onChange={(event) => onChange({ text: event.target.value })} />
      )}
    </Field>
  );
}

const words = (said: QuestionTexts, key: string) => said.parts[key]?.text.source || key;

function Picks({ body, said, language, picked, onChange }: Props & { picked: string[] }) {
  const t = useTranslations('bank.editor.trueFalse');
  const group = useId();
  const many = body.kind === 'multiple' || body.kind === 'hotspot';
  const pick = (key: string, on: boolean) =>
    onChange({ choices: many ? [...picked.filter((one) => one !== key), ...(on ? [key] : [])] : [key] });
  return (
    <>
      {body.kind === 'hotspot' ? (
        // biome-ignore lint/performance/noImgElement: a stored file, of a size nobody knows before
        <img
          src={`/api/files/${body.imageFileId}`}
          alt={body.alternatives[language] ?? ''}
          className="mb-3 max-w-full"
        />
      ) : null}
      <ul className="flex flex-col gap-2">
        {partKeys(body).map((key) => (
          <li key={key}>
            <label className="flex items-start gap-3">
              <input
                type={many ? 'checkbox' : 'radio'}
                name={group}
                checked={picked.includes(key)}
                onChange={(event) => pick(key, event.target.checked)}
                className="mt-0.5 size-[18px] flex-none accent-accent"
              />
              {body.kind === 'trueFalse' ? (
                t(key as 'true')
              ) : (
                <RenderedText html={said.parts[key]?.text.html ?? ''} language={language} />
              )}
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

function Pairs({ body, said, pairs, onChange }: Props & { pairs: Record<string, string> }) {
  const t = useTranslations('bank.try');
  if (body.kind !== 'matching') return null;
  const rights = [...body.pairs.map(({ right }) => right), ...body.spare].sort();
  return (
    <div className="flex flex-col gap-3">
      {body.pairs.map(({ left }) => (
        <Field key={left} name={`try-${left}`} label={words(said, left)}>
          <Select
            value={pairs[left] ?? ''}
            onChange={(event) => onChange({ pairs: picked(pairs, left, event.target.value) })}
          >
            <option value="">{t('choose')}</option>
            {rights.map((right) => (
              <option key={right} value={right}>
                {words(said, right)}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}

function Gaps({ body, said, gaps, onChange }: Props & { gaps: Record<string, string> }) {
  const t = useTranslations('bank.try');
  if (body.kind !== 'gapText') return null;
  return (
    <div className="flex flex-col gap-3">
      {body.gaps.map(({ key, kind, choices }) => (
        <Field key={key} name={`try-${key}`} label={t('gap', { gap: `[[${key}]]` })}>
          {kind === 'choice' ? (
            <Select
              value={gaps[key] ?? ''}
              onChange={(event) => onChange({ gaps: picked(gaps, key, event.target.value) })}
            >
              <option value="">{t('choose')}</option>
              {choices.map((choice) => (
                <option key={choice.key} value={choice.key}>
                  {words(said, choice.key)}
                </option>
              ))}
            </Select>
          ) : (
            <TextField
              value={gaps[key] ?? ''}
              onChange={(event) => onChange({ gaps: picked(gaps, key, event.target.value) })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

/** A record with one value set, or without it when it is empty. */
function picked(all: Record<string, string>, key: string, value: string): Record<string, string> {
  const { [key]: _, ...others } = all;
  return value === '' ? others : { ...others, [key]: value };
}
