import { getLocale, getTranslations } from 'next-intl/server';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { inLocale } from './in-locale.ts';
import type { Party } from './types.ts';

type Props = { query: string; partyId: string; parties: readonly Party[] };

/** Search and party, kept in the address. */
export async function DirectoryFilters({ query, partyId, parties }: Props) {
  const [t, common, locale] = await Promise.all([
    getTranslations('people'),
    getTranslations('common'),
    getLocale(),
  ]);
  return (
    <search>
      <form action="/people" className="mb-5 flex flex-wrap items-end gap-3">
        <Field name="q" label={t('search')} className="min-w-60 flex-1">
          <TextField type="search" name="q" defaultValue={query} required={false} aria-required={false} />
        </Field>
        <Field name="party" label={t('party')} className="min-w-52">
          <Select name="party" defaultValue={partyId} aria-required={false}>
            <option value="">{t('allParties')}</option>
            {parties.map((party) => (
              <option key={party.id} value={party.id}>
                {inLocale(locale, party)}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit">{common('search')}</Button>
      </form>
    </search>
  );
}
