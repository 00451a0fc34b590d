import { statuses } from '@concord/api/features/injects/rules';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { paths } from '#features/paths.ts';
import type { InjectList } from './types.ts';

export const filterNames = ['words', 'storyline', 'team', 'objective', 'status', 'responsible'] as const;
export type Asked = Partial<Record<(typeof filterNames)[number], string>>;

type Props = { list: InjectList; asked: Asked; view: string };

/** What the list is narrowed to, kept in the address. */
export function InjectFilters({ list, asked, view }: Props) {
  const t = useTranslations('injects.filters');
  const statusWords = useTranslations('injects.statuses');
  const choices = {
    storyline: list.storylines.map(({ id, title }) => ({ id, words: title })),
    team: list.teams.map(({ id, name }) => ({ id, words: name })),
    objective: list.objectives.map(({ id, title }) => ({ id, words: title })),
    status: statuses.map((id) => ({ id, words: statusWords(id) })),
    responsible: list.staff.map(({ id, name }) => ({ id, words: name })),
  };
  const narrowed = filterNames.some((name) => asked[name]);
  return (
    <search>
      <form
        action={paths.injects(list.exercise.code)}
        className="mb-5 flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        {view === 'list' ? null : <input type="hidden" name="view" value={view} />}
        <Field name="words" label={t('words')} className="min-w-44 flex-1">
          <TextField type="search" name="words" defaultValue={asked.words} aria-required={false} />
        </Field>
        {(['storyline', 'team', 'objective', 'status', 'responsible'] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={t(name)}
            className="w-40 min-w-0 max-sm:flex-1 max-sm:basis-36"
          >
            <Select name={name} defaultValue={asked[name] ?? ''} aria-required={false}>
              <option value="">{t('all')}</option>
              {choices[name].map(({ id, words }) => (
                <option key={id} value={id}>
                  {words}
                </option>
              ))}
              {name === 'status' ? null : <option value="none">{t('none')}</option>}
            </Select>
          </Field>
        ))}
        <Button type="submit">{t('apply')}</Button>
        {narrowed ? (
          <LinkButton href={paths.injects(list.exercise.code, { view })}>{t('clear')}</LinkButton>
        ) : null}
      </form>
    </search>
  );
}
