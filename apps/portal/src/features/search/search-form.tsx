import { contributionKinds } from '@concord/api/features/contributions/rules';
import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { SearchFilters } from './filters.ts';

type Choices = inferRouterOutputs<AppRouter>['search']['choices'];

/** The words to look for and what narrows the search, all in the address: it works without script. */
export function SearchForm({ filters, choices }: { filters: SearchFilters; choices: Choices }) {
  const t = useTranslations('search');
  return (
    <search>
      <form action="/search" className="mb-6 flex flex-col gap-4">
        <div className="max-w-measure">
          <label htmlFor="q" className="mb-1 block font-semibold">
            {t('label')}
          </label>
          <div className="flex gap-2">
            <input
              id="q"
              name="q"
              type="search"
              required
              maxLength={200}
              defaultValue={filters.q}
              aria-describedby="q-hint"
              className="block w-full rounded-md border border-line-field bg-paper px-3 py-2"
            />
            <Button type="submit" look="primary">
              {t('submit')}
            </Button>
          </div>
          <p id="q-hint" className="mt-1.5 text-sm text-ink-2">
            {t('hint')}
          </p>
        </div>
        {filters.in === 'meetings' ? <input type="hidden" name="in" value="meetings" /> : null}
        <fieldset className="grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap">
          <legend className="sr-only">{t('narrow')}</legend>
          <Choice
            name="body"
            label={t('body')}
            all={t('allBodies')}
            value={filters.body}
            choices={choices.bodies}
          />
          {filters.in === 'meetings' ? null : (
            <Choice
              name="party"
              label={t('party')}
              all={t('allParties')}
              value={filters.party}
              choices={choices.parties}
            />
          )}
          {filters.in === 'meetings' ? null : (
            <Choice
              name="kind"
              label={t('kind')}
              all={t('allKinds')}
              value={filters.kind}
              choices={contributionKinds.map((code) => ({ code, name: t(`kinds.${code}`) }))}
            />
          )}
          <Field name="from" label={t('from')}>
            <TextField type="date" name="from" defaultValue={filters.from} aria-required={false} />
          </Field>
          <Field name="until" label={t('until')}>
            <TextField type="date" name="until" defaultValue={filters.until} aria-required={false} />
          </Field>
          <Checkbox name="file" value="1" defaultChecked={filters.file} className="min-h-10 items-center">
            {t('file')}
          </Checkbox>
        </fieldset>
      </form>
    </search>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  all: string;
  value: string;
  choices: readonly { code: string; name: string }[];
};

function Choice({ name, label, all, value, choices }: ChoiceProps) {
  return (
    <Field name={name} label={label} className="min-w-0 first-of-type:col-span-2 md:min-w-52">
      <Select name={name} defaultValue={value} aria-required={false}>
        <option value="">{all}</option>
        {choices.map((choice) => (
          <option key={choice.code} value={choice.code}>
            {choice.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
