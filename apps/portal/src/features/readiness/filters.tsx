import { cellStates } from '@concord/api/features/readiness/rules';
import { getTranslations } from 'next-intl/server';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type Props = {
  party: string;
  requirement: string;
  state: string;
  words: string;
  requirements: readonly { id: string; title: string }[];
};

/** Requirement, state and words, kept in the address. */
export async function ReadinessFilters({ party, requirement, state, words, requirements }: Props) {
  const t = await getTranslations('readiness');
  return (
    <search>
      <form action="/people/readiness" className="no-print mb-4 flex flex-wrap items-end gap-3">
        <input type="hidden" name="party" value={party} />
        <Field name="requirement" label={t('requirement')} className="min-w-44">
          <Select name="requirement" defaultValue={requirement} aria-required={false}>
            <option value="">{t('allRequirements')}</option>
            {requirements.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="state" label={t('state')} className="min-w-44">
          <Select name="state" defaultValue={state} aria-required={false}>
            <option value="">{t('allStates')}</option>
            {cellStates.map((key) => (
              <option key={key} value={key}>
                {t(`states.${key}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="q" label={t('words')} className="min-w-44 flex-1">
          <TextField type="search" name="q" defaultValue={words} required={false} aria-required={false} />
        </Field>
        <Button type="submit">{t('filter')}</Button>
      </form>
    </search>
  );
}
