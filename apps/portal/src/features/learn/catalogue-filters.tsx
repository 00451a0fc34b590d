import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { languageName } from '#i18n/language-name.ts';
import { useCategoryName } from './category-name.ts';
import { type CatalogueSearch, isNarrowed } from './search.ts';

type Props = { search: CatalogueSearch; categories: readonly string[]; languages: readonly string[] };

const control =
  'min-h-10 w-full rounded-md text-base font-normal border border-line-field bg-paper px-3 py-1.5';

/** Search and filters of the catalogue: a plain form whose answer is an address that can be kept. */
export function CatalogueFilters({ search, categories, languages }: Props) {
  const t = useTranslations('learn.search');
  const nameOf = useCategoryName();
  return (
    <search>
      <form
        action="/learn"
        className="no-print mb-6 grid items-end gap-3 max-md:grid-cols-2 md:grid-cols-[minmax(0,1fr)_12rem_10rem_auto]"
      >
        <label className="text-sm font-semibold max-md:col-span-2">
          {t('words')}
          <input type="search" name="q" defaultValue={search.words} maxLength={200} className={control} />
        </label>
        <label className="text-sm font-semibold">
          {t('category')}
          <select name="category" defaultValue={search.category ?? ''} className={control}>
            <option value="">{t('all')}</option>
            {categories.map((value) => (
              <option key={value} value={value}>
                {nameOf(value)}
              </option>
            ))}
          </select>
        </label>
        <label className="text-sm font-semibold">
          {t('language')}
          <select name="language" defaultValue={search.language ?? ''} className={control}>
            <option value="">{t('all')}</option>
            {languages.map((tag) => (
              <option key={tag} value={tag} lang={tag}>
                {languageName(tag)}
              </option>
            ))}
          </select>
        </label>
        <span className="flex items-center gap-4">
          <Button type="submit">{t('submit')}</Button>
          {isNarrowed(search) ? (
            <Link href="/learn" className="font-semibold text-accent hover:underline">
              {t('clear')}
            </Link>
          ) : null}
        </span>
      </form>
    </search>
  );
}
