import { getLocale, getTranslations } from 'next-intl/server';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import type { DashboardFilters } from './address.ts';
import type { Dashboard } from './types.ts';

type Props = { parties: Dashboard['parties']; filters: DashboardFilters; address: string };

/** Party and days, kept in the address; what one may not see is not offered. */
export async function Filters({ parties, filters, address }: Props) {
  const [t, locale] = await Promise.all([getTranslations('dashboards'), getLocale()]);
  const narrowed = Object.values(filters).some((value) => value !== '');
  return (
    <search>
      <form action={address} className="no-print mb-5 flex flex-wrap items-end gap-3">
        {parties.length > 1 ? (
          <Field name="party" label={t('filters.party')} className="min-w-44">
            <Select name="party" defaultValue={filters.party} aria-required={false}>
              <option value="">{t('filters.allParties')}</option>
              {parties.map((party) => (
                <option key={party.id} value={party.id}>
                  {inLocale(locale, party)}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Field name="from" label={t('filters.from')}>
          <TextField
            type="date"
            name="from"
            defaultValue={filters.from}
            required={false}
            aria-required={false}
          />
        </Field>
        <Field name="to" label={t('filters.to')}>
          <TextField type="date" name="to" defaultValue={filters.to} required={false} aria-required={false} />
        </Field>
        <Button type="submit">{t('filters.show')}</Button>
        {narrowed ? (
          <LinkButton href={address} look="quiet">
            {t('filters.all')}
          </LinkButton>
        ) : null}
      </form>
    </search>
  );
}
