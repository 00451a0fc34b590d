'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import type { Party } from '#features/people/types.ts';
import { dayEdge } from '#i18n/format.ts';

export type CohortValues = {
  nameEn: string;
  nameFr: string;
  starts: string;
  due: string;
  seats: Readonly<Record<string, number>>;
};

type Props = {
  values: CohortValues;
  parties: readonly Party[];
  errorOf: (path: string) => string | null;
};

/** Names, dates and seats of a cohort. */
export function CohortFields({ values, parties, errorOf }: Props) {
  const t = useTranslations('cohorts');
  return (
    <>
      {(['nameEn', 'nameFr'] as const).map((name) => (
        <Field key={name} name={name} label={t(`fields.${name}`)} error={errorOf(name)}>
          <TextField name={name} defaultValue={values[name]} autoComplete="off" />
        </Field>
      ))}
      <div className="grid max-w-form gap-5 md:grid-cols-2">
        <Field name="startsAt" label={t('fields.starts')} error={errorOf('startsAt')}>
          <TextField type="date" name="starts" defaultValue={values.starts} />
        </Field>
        <Field name="dueAt" label={t('fields.due')} error={errorOf('dueAt')} optional>
          <TextField type="date" name="due" defaultValue={values.due} />
        </Field>
      </div>
      <SeatFields seats={values.seats} parties={parties} />
    </>
  );
}

function SeatFields({ seats, parties }: { seats: CohortValues['seats']; parties: readonly Party[] }) {
  const t = useTranslations('cohorts');
  const locale = useLocale();
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t('fields.seats')}</legend>
      <p className="mb-2 text-sm text-ink-2">{t('fields.seatsHint')}</p>
      <div className="grid max-w-measure gap-x-6 gap-y-2 md:grid-cols-2">
        {parties.map((party) => (
          <label key={party.id} className="flex items-center justify-between gap-3">
            <span className="wrap-anywhere">{inLocale(locale, party)}</span>
            <input
              type="number"
              name={`seats-${party.id}`}
              min={0}
              max={10000}
              inputMode="numeric"
              defaultValue={seats[party.id] ?? ''}
              className="w-20 flex-none rounded-md border border-line-field bg-paper px-2 py-1 text-right tabular-nums"
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What is typed in these fields, as the API takes it. */
export function cohortInput(form: FormData, parties: readonly Party[], zone: string) {
  const text = (name: string) => String(form.get(name) ?? '');
  return {
    nameEn: text('nameEn'),
    nameFr: text('nameFr'),
    startsAt: text('starts') ? dayEdge(text('starts'), zone, 'start') : '',
    dueAt: text('due') ? dayEdge(text('due'), zone, 'end') : null,
    seats: parties.flatMap(({ id }) => {
      const seats = Math.trunc(Number(text(`seats-${id}`)));
      return seats > 0 ? [{ partyId: id, seats }] : [];
    }),
  };
}
