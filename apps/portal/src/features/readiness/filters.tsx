import { cellStates } from '@concord/api/features/readiness/rules';
import { getLocale, getTranslations } from 'next-intl/server';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import type { Narrowed } from './address.ts';
import type { Choices } from './types.ts';

type Option = { value: string; label: string };

/** Requirement, work, state and words, kept in the address. */
export async function ReadinessFilters({ narrowed, choices }: { narrowed: Narrowed; choices: Choices }) {
  const [t, locale] = await Promise.all([getTranslations('readiness'), getLocale()]);
  const work = choices.work.map((one) => ({ value: one.id, label: inLocale(locale, one) }));
  const requirements = choices.requirements.map(({ id, title }) => ({ value: id, label: title }));
  const states = cellStates.map((value) => ({ value, label: t(`states.${value}`) }));
  return (
    <search>
      <form action="/people/readiness" className="no-print mb-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="party" value={narrowed.party ?? ''} />
        <input type="hidden" name="own" value={narrowed.own ?? ''} />
        <Choice
          name="requirement"
          label={t('requirement')}
          all={t('allRequirements')}
          options={requirements}
          value={narrowed.requirement}
        />
        <Choice name="work" label={t('work')} all={t('allWork')} options={work} value={narrowed.work} />
        <Choice
          name="state"
          label={t('state')}
          all={t('allStates')}
          options={states}
          value={narrowed.state}
        />
        <Field name="q" label={t('words')} className="min-w-44 flex-1">
          <TextField
            type="search"
            name="q"
            defaultValue={narrowed.q}
            required={false}
            aria-required={false}
          />
        </Field>
        <Button type="submit">{t('filter')}</Button>
      </form>
    </search>
  );
}

type ChoiceProps = { name: string; label: string; all: string; options: readonly Option[]; value?: string };

function Choice({ name, label, all, options, value }: ChoiceProps) {
  return (
    <Field name={name} label={label} className="w-full min-w-36 md:w-auto md:max-w-56">
      <Select name={name} defaultValue={value ?? ''} aria-required={false}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
