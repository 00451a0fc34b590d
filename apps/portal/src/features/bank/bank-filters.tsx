import { difficulties, questionKinds } from '@concord/api/features/bank/rules';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { type BankFilters, filtersPath } from './filters.ts';
import { ShelfOptions } from './shelf-options.tsx';
import type { Shelf } from './types.ts';

type Props = { filters: BankFilters; shelves: readonly Shelf[]; tags: readonly string[] };
const control =
  'min-h-10 w-full rounded-md border border-line-field bg-paper px-3 py-1.5 text-base font-normal';
const SHOWN = ['live', 'unused', 'archived'] as const;

/** Search and filters of the bank: a plain form whose answer is an address that can be kept. */
export function BankFiltersForm({ filters, shelves, tags }: Props) {
  const t = useTranslations('bank');
  const narrowed = filtersPath({ ...filters, after: undefined }) !== '/learn/bank';
  return (
    <search>
      <form
        action="/learn/bank"
        className="no-print mb-5 grid items-end gap-3 max-md:grid-cols-2 md:grid-cols-4"
      >
        <label className="text-sm font-semibold max-md:col-span-2 md:col-span-2">
          {t('filters.words')}
          <input type="search" name="q" defaultValue={filters.words} maxLength={200} className={control} />
        </label>
        <Choice name="category" label={t('category')} value={filters.categoryId}>
          <ShelfOptions shelves={shelves} />
        </Choice>
        <Choice name="type" label={t('type')} value={filters.kind}>
          {questionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Choice>
        <Choice name="difficulty" label={t('difficulty')} value={filters.difficulty}>
          {difficulties.map((difficulty) => (
            <option key={difficulty} value={difficulty}>
              {t(`difficulties.${difficulty}`)}
            </option>
          ))}
        </Choice>
        <Choice name="tag" label={t('tag')} value={filters.tag}>
          {tags.map((tag) => (
            <option key={tag}>{tag}</option>
          ))}
        </Choice>
        <label className="text-sm font-semibold">
          {t('filters.show')}
          <select name="show" defaultValue={filters.show} className={control}>
            {SHOWN.map((show) => (
              <option key={show} value={show}>
                {t(`filters.shown.${show}`)}
              </option>
            ))}
          </select>
        </label>
        <span className="flex items-center gap-4">
          <Button type="submit">{t('filters.submit')}</Button>
          {narrowed ? (
            <Link href="/learn/bank" className="font-semibold text-accent hover:underline">
              {t('filters.clear')}
            </Link>
          ) : null}
        </span>
      </form>
    </search>
  );
}

function Choice(props: { name: string; label: string; value?: string; children: ReactNode }) {
  const t = useTranslations('bank.filters');
  return (
    <label className="text-sm font-semibold">
      {props.label}
      <select name={props.name} defaultValue={props.value ?? ''} className={control}>
        <option value="">{t('all')}</option>
        {props.children}
      </select>
    </label>
  );
}
