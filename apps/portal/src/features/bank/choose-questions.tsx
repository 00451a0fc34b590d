'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import { ShelfOptions } from './shelf-options.tsx';
import type { QuestionList, Shelf } from './types.ts';

type Props = { activityId: string; shelves: readonly Shelf[]; onAdded: () => Promise<void> };

/** Finds questions in the bank and asks those that are ticked. */
export function ChooseQuestions({ activityId, shelves, onAdded }: Props) {
  const t = useTranslations('bank');
  const [words, setWords] = useState('');
  const [categoryId, setCategoryId] = useState('');
  const [list, setList] = useState<QuestionList | null>(null);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const command = useCommand(api.bank.pin.mutate);

  const find = useCallback(async (wanted: { words?: string; categoryId?: string }) => {
    setList(await api.bank.list.query(wanted).catch(() => null));
  }, []);

  useEffect(() => {
    find({});
  }, [find]);

  const search = () => find({ words: words || undefined, categoryId: categoryId || undefined });
  const tick = (id: string, on: boolean) =>
    setPicked((all) => (on ? [...all, id] : all.filter((one) => one !== id)));

  async function add() {
    if (!(await command.run({ activityId, questionIds: [...picked], points: 1 }))) return;
    setPicked([]);
    await onAdded();
  }

  return (
    <div className="mt-3 rounded-md border border-line-strong px-4 py-3">
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      <search className="mb-3 flex flex-wrap items-end gap-3">
        <Field name="slot-words" label={t('slots.search')} className="min-w-52 flex-1">
          <TextField
            type="search"
            value={words}
            aria-required={false}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => event.key === 'Enter' && search()}
          />
        </Field>
        <Field name="slot-category" label={t('category')} className="min-w-52">
          <Select
            value={categoryId}
            aria-required={false}
            onChange={(event) => setCategoryId(event.target.value)}
          >
            <option value="">{t('filters.all')}</option>
            <ShelfOptions shelves={shelves} />
          </Select>
        </Field>
        <Button onClick={search}>{t('slots.find')}</Button>
      </search>
      <p role="status" className="text-sm text-ink-2">
        {list ? t('found', { count: list.total }) : null}
      </p>
      <ul className="max-h-[50vh] overflow-y-auto">
        {list?.questions.map(({ id, name, kind, difficulty }) => (
          <li key={id}>
            <Checkbox checked={picked.includes(id)} onChange={(event) => tick(id, event.target.checked)}>
              <span className="wrap-anywhere">{name}</span>
              <span className="block text-sm text-ink-2">
                {t(`kinds.${kind}`)} · {t(`difficulties.${difficulty}`)}
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      <Button className="mt-3" look="primary" disabled={picked.length === 0 || command.pending} onClick={add}>
        {t('slots.add', { count: picked.length })}
      </Button>
    </div>
  );
}
