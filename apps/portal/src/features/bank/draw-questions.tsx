'use client';

import { type Difficulty, difficulties } from '@concord/api/features/bank/rules';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import { ShelfOptions } from './shelf-options.tsx';
import type { Shelf } from './types.ts';

type Props = { activityId: string; shelves: readonly Shelf[]; onAdded: () => Promise<void> };

/** "4 from incident handling, medium", with how many questions match while it is put together. */
export function DrawQuestions({ activityId, shelves, onAdded }: Props) {
  const t = useTranslations('bank');
  const [categoryId, setCategoryId] = useState(shelves[0]?.id ?? '');
  const [withSubcategories, setWith] = useState(true);
  const [difficulty, setDifficulty] = useState<Difficulty | null>(null);
  const [tags, setTags] = useState<readonly string[]>([]);
  const [count, setCount] = useState(1);
  const command = useCommand(api.bank.draw.mutate);
  const blueprint = { categoryId, withSubcategories, difficulty, tags: [...tags], count };
  const matching = useMatching(blueprint);

  async function add() {
    if (await command.run({ activityId, blueprint, points: 1 })) await onAdded();
  }

  return (
    <div className="mt-3 flex flex-col gap-4 rounded-md border border-line-strong px-4 py-3">
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      <div className="flex flex-wrap items-end gap-3">
        <Field
          name="blueprint.count"
          label={t('slots.count')}
          error={command.errorOf('blueprint.count')}
          className="w-28"
        >
          <TextField
            type="number"
            min={1}
            max={100}
            value={count}
            onChange={(event) => setCount(Math.max(1, Math.trunc(Number(event.target.value)) || 1))}
          />
        </Field>
        <Field name="blueprint.categoryId" label={t('category')} className="min-w-52">
          <Select value={categoryId} onChange={(event) => setCategoryId(event.target.value)}>
            <ShelfOptions shelves={shelves} />
          </Select>
        </Field>
        <Field name="blueprint.difficulty" label={t('difficulty')} className="w-40">
          <Select
            value={difficulty ?? ''}
            aria-required={false}
            onChange={(event) =>
              setDifficulty(difficulties.find((one) => one === event.target.value) ?? null)
            }
          >
            <option value="">{t('slots.anyDifficulty')}</option>
            {difficulties.map((one) => (
              <option key={one} value={one}>
                {t(`difficulties.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Checkbox checked={withSubcategories} onChange={(event) => setWith(event.target.checked)}>
        {t('slots.withBelow')}
      </Checkbox>
      <Field name="blueprint.tags" label={t('tags')} description={t('slots.tagsHint')} optional>
        <TextField
          onChange={(event) =>
            setTags(
              event.target.value
                .split(',')
                .map((tag) => tag.trim())
                .filter(Boolean),
            )
          }
        />
      </Field>
      <p
        role="status"
        className={matching !== null && matching < count ? 'font-semibold text-bad' : 'text-ink-2'}
      >
        {matching === null ? null : t('slots.matching', { count: matching })}
      </p>
      <div>
        <Button look="primary" disabled={command.pending} onClick={add}>
          {t('slots.addDrawSubmit')}
        </Button>
      </div>
    </div>
  );
}

type Blueprint = Parameters<typeof api.bank.countMatching.query>[0]['blueprint'];

/** How many questions a blueprint matches now, asked a moment after it was last changed. */
function useMatching(blueprint: Blueprint): number | null {
  const wanted = JSON.stringify({ ...blueprint, count: 1 });
  const [matching, setMatching] = useState<number | null>(null);
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await api.bank.countMatching.query({ blueprint: JSON.parse(wanted) }).catch(() => null);
      if (!stale) setMatching(answer?.count ?? null);
    }, 250);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [wanted]);
  return matching;
}
