import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Field } from '#components/ui/field.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { idSaid, type Said, said } from '#features/address.ts';
import { inLocale } from '#features/people/in-locale.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { BookTable } from './book-table.tsx';
import type { Book } from './types.ts';

export type BookFilters = { q: string; party: string; after: string | undefined };

type Props = {
  book: Book;
  filters: BookFilters;
  /** Where this page stands, without its filters. */
  address: string;
  crumbs: { label: string; href: string }[];
  /** Which book, as the table for a spreadsheet is asked for it. */
  of: Record<string, string>;
  views?: ReactNode;
};

/** What stands in the address of a page of results. */
export function bookFilters(params: Record<string, Said>): BookFilters {
  return {
    q: said(params.q),
    party: idSaid(params.party) ?? '',
    after: said(params.after, 400) || undefined,
  };
}

/** Results of a course or of a cohort: filters in the address, the table, its pages. */
export async function ResultsPage({ book, filters, address, crumbs, of, views }: Props) {
  const t = await getTranslations('grades');
  const kept = { ...(filters.q && { q: filters.q }), ...(filters.party && { party: filters.party }) };
  const way = (more: Record<string, string> = {}) =>
    `${address}?${new URLSearchParams({ ...kept, ...more })}`;
  return (
    <ClientMessages of={['grades', 'cohorts']}>
      <PageHeader
        crumbs={crumbs}
        title={t('title')}
        lead={t('lead')}
        actions={
          <a
            href={`/api/grades.csv?${new URLSearchParams({ ...of, ...kept })}`}
            download
            className={buttonLook()}
          >
            {t('download')}
          </a>
        }
      />
      {views}
      <Filters book={book} filters={filters} address={address} />
      <BookTable book={book} />
      <nav aria-label={t('pages')} className="no-print mt-4 flex justify-between gap-3">
        {filters.after ? <LinkButton href={way()}>{t('first')}</LinkButton> : <span />}
        {book.next ? <LinkButton href={way({ after: book.next })}>{t('next')} →</LinkButton> : null}
      </nav>
    </ClientMessages>
  );
}

type FilterProps = { book: Book; filters: BookFilters; address: string };

async function Filters({ book, filters, address }: FilterProps) {
  const [t, locale] = await Promise.all([getTranslations('grades'), getLocale()]);
  return (
    <search>
      <form action={address} className="mb-5 flex flex-wrap items-end gap-3">
        <Field name="q" label={t('search')} className="min-w-52">
          <TextField type="search" name="q" defaultValue={filters.q} aria-required={false} />
        </Field>
        {book.parties.length > 1 ? (
          <Field name="party" label={t('party')} className="min-w-52">
            <Select name="party" defaultValue={filters.party} aria-required={false}>
              <option value="">{t('allParties')}</option>
              {book.parties.map((party) => (
                <option key={party.id} value={party.id}>
                  {inLocale(locale, party)}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Button type="submit">{t('filter')}</Button>
      </form>
    </search>
  );
}
