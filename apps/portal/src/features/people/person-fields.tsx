'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { inLocale } from './in-locale.ts';
import type { Party } from './types.ts';

export type PersonValues = {
  givenName: string;
  familyName: string;
  latinName: string;
  jobTitle: string;
  partyId: string;
};

type Props = {
  values?: PersonValues;
  parties: readonly Party[];
  errorOf: (path: string) => string | null;
};

/** Name, job title and party of a person. */
export function PersonFields({ values, parties, errorOf }: Props) {
  const t = useTranslations('people');
  const words = useTranslations('common');
  const locale = useLocale();
  const names = [
    { name: 'givenName', optional: false },
    { name: 'familyName', optional: false },
    { name: 'latinName', optional: true },
    { name: 'jobTitle', optional: true },
  ] as const;
  return (
    <>
      {names.map(({ name, optional }) => (
        <Field
          key={name}
          name={name}
          label={t(`fields.${name}`)}
          description={name === 'latinName' ? t('fields.latinNameHint') : undefined}
          error={errorOf(name)}
          optional={optional}
        >
          <TextField name={name} defaultValue={values?.[name]} autoComplete="off" />
        </Field>
      ))}
      <Field name="partyId" label={t('party')} error={errorOf('partyId')}>
        <Select name="partyId" defaultValue={values?.partyId ?? (parties.length === 1 ? parties[0]?.id : '')}>
          {values || parties.length === 1 ? null : <option value="">{words('choose')}</option>}
          {parties.map((party) => (
            <option key={party.id} value={party.id}>
              {inLocale(locale, party)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

/** What is typed in these fields. */
export function personValues(form: FormData): PersonValues {
  const text = (name: string) => String(form.get(name) ?? '');
  return {
    givenName: text('givenName'),
    familyName: text('familyName'),
    latinName: text('latinName'),
    jobTitle: text('jobTitle'),
    partyId: text('partyId'),
  };
}
