import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { paths } from '#features/paths.ts';

/** What is shown of a register, as its address says. */
export type RegisterFilter = { year: string; procedure: string; words: string };

type Props = { code: string; years: readonly number[]; filter: RegisterFilter };

/** Year, procedure and words, kept in the address. */
export function RegisterFilters({ code, years, filter }: Props) {
  const t = useTranslations('decisions.register');
  const common = useTranslations('common');
  const filtered = Object.values(filter).some((value) => value !== '');
  return (
    <search>
      <form action={paths.decisions(code)} className="mb-5 flex flex-wrap items-end gap-3">
        <Field name="words" label={t('words')} className="min-w-52 flex-1 md:max-w-80">
          <TextField
            type="search"
            name="words"
            defaultValue={filter.words}
            maxLength={200}
            aria-required={false}
          />
        </Field>
        <Field name="year" label={t('year')}>
          <Select name="year" defaultValue={filter.year} aria-required={false}>
            <option value="">{common('all')}</option>
            {years.map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="procedure" label={t('procedure')}>
          <Select name="procedure" defaultValue={filter.procedure} aria-required={false}>
            <option value="">{common('all')}</option>
            <option value="silence">{t('silence')}</option>
            <option value="meeting">{t('meeting')}</option>
          </Select>
        </Field>
        <Button type="submit">{common('filter')}</Button>
        {filtered ? <LinkButton href={paths.decisions(code)}>{t('clear')}</LinkButton> : null}
      </form>
    </search>
  );
}
