import { getTranslations } from 'next-intl/server';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { actionWords } from './action-words.ts';

type Filters = { action: string; person: string; from: string; until: string };

type Props = { filters: Filters; actions: readonly string[]; personName: string | null };

/** What is shown of the record, kept in the address. */
export async function RecordFilters({ filters, actions, personName }: Props) {
  const [t, common, words] = await Promise.all([
    getTranslations('record'),
    getTranslations('common'),
    actionWords(),
  ]);
  return (
    <search>
      <form action="/people/record" className="mb-5 flex flex-wrap items-end gap-3">
        <Field name="action" label={t('action')} className="min-w-52">
          <Select name="action" defaultValue={filters.action} aria-required={false}>
            <option value="">{common('all')}</option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {words(action)}
              </option>
            ))}
          </Select>
        </Field>
        {personName ? (
          <Field name="person" label={t('person')} className="min-w-52">
            <Select name="person" defaultValue={filters.person} aria-required={false}>
              <option value={filters.person}>{personName}</option>
              <option value="">{common('all')}</option>
            </Select>
          </Field>
        ) : null}
        <Field name="from" label={t('from')}>
          <TextField type="date" name="from" defaultValue={filters.from} aria-required={false} />
        </Field>
        <Field name="until" label={t('until')}>
          <TextField type="date" name="until" defaultValue={filters.until} aria-required={false} />
        </Field>
        <Button type="submit">{common('filter')}</Button>
      </form>
    </search>
  );
}
