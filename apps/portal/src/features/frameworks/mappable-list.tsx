import type { MapSubject } from '@concord/api/features/frameworks/rules';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { paths } from '#features/paths.ts';
import type { Mappable } from './types.ts';

/** Looks for things of one kind by their name; kept in the address. */
export function MappableSearch({ subject, query }: { subject: MapSubject; query: string }) {
  const t = useTranslations('frameworks');
  return (
    <search>
      <form action={paths.mappings()} className="mb-5 flex flex-wrap items-end gap-3">
        <input type="hidden" name="subject" value={subject} />
        <Field name="q" label={t('mappings.name')} className="min-w-60 flex-1">
          <TextField type="search" name="q" defaultValue={query} aria-required={false} />
        </Field>
        <Button type="submit">{t('find')}</Button>
      </form>
    </search>
  );
}

/** Things of one kind, each with what it is mapped to. */
export function MappableList({ subject, items }: { subject: MapSubject; items: Mappable['items'] }) {
  const t = useTranslations('frameworks');
  if (items.length === 0) return <p className="text-ink-2">{t('mappings.nothing')}</p>;
  return (
    <Table caption={t(`mappings.subjects.${subject}`)}>
      <thead>
        <tr>
          <ColumnHead>{t('mappings.name')}</ColumnHead>
          <ColumnHead>{t('mappings.mappedTo')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {items.map(({ id, name, within, titles, count }) => (
          <tr key={id}>
            <RowHead className="min-w-44">
              <Link
                href={paths.mapping(subject, id)}
                className="wrap-anywhere hover:text-accent hover:underline"
              >
                {name}
              </Link>
              {within ? <span className="block text-sm font-normal text-ink-3">{within}</span> : null}
            </RowHead>
            <Cell>
              {count === 0 ? (
                <span className="text-ink-3">{t('mappings.unmapped')}</span>
              ) : (
                <ul lang="en">
                  {titles.map((title) => (
                    <li key={title} className="wrap-anywhere">
                      {title}
                    </li>
                  ))}
                  {count > titles.length ? (
                    <li className="text-ink-3">{t('import.more', { count: count - titles.length })}</li>
                  ) : null}
                </ul>
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
