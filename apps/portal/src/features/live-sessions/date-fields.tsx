'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Planned, PlannedDate } from './types.ts';
import { WhenFields } from './when-fields.tsx';

type Props = {
  date: PlannedDate | null;
  /** How long the session is, for the end that is proposed. */
  minutes: number;
  hosts: Planned['hosts'];
  zones: { headquarters: string; person: string };
  errorOf: (path: string) => string | null;
};

/** When, where, with whom, for how many, and a note. */
export function DateFields({ date, minutes, hosts, zones, errorOf }: Props) {
  const t = useTranslations('liveSessions.fields');
  return (
    <>
      <WhenFields date={date} minutes={minutes} zones={zones} errorOf={errorOf} />
      <Field name="place" label={t('place')} error={errorOf('place')} optional>
        <TextField name="place" defaultValue={date?.place ?? ''} maxLength={200} autoComplete="off" />
      </Field>
      <Field name="link" label={t('link')} description={t('linkHint')} error={errorOf('link')} optional>
        <TextField
          type="url"
          name="link"
          defaultValue={date?.link ?? ''}
          maxLength={500}
          autoComplete="off"
        />
      </Field>
      <div className="grid max-w-form gap-5 md:grid-cols-[minmax(0,1fr)_10rem]">
        <Field name="hostId" label={t('host')} error={errorOf('hostId')} optional>
          <Select name="hostId" defaultValue={date?.hostId ?? ''}>
            <option value="">{t('noHost')}</option>
            {hosts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="capacity" label={t('capacity')} error={errorOf('capacity')} optional>
          <TextField type="number" min={1} name="capacity" defaultValue={date?.capacity ?? ''} />
        </Field>
      </div>
      <Field name="note" label={t('note')} error={errorOf('note')} optional>
        <TextArea
          name="note"
          rows={3}
          defaultValue={date?.note ?? ''}
          maxLength={2000}
          aria-required={false}
        />
      </Field>
    </>
  );
}

/** What is typed in these fields, as the API takes it. */
export function datesIn(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const capacity = text('capacity');
  return {
    ...{
      zone: text('zone'),
      day: text('day'),
      begins: text('begins').slice(0, 5),
      finishes: text('finishes').slice(0, 5),
    },
    fold: text('fold') === 'second' ? ('second' as const) : ('first' as const),
    ...{ place: text('place'), link: text('link'), note: text('note') },
    hostId: text('hostId') || null,
    capacity: capacity === '' ? null : Math.trunc(Number(capacity)),
  };
}
