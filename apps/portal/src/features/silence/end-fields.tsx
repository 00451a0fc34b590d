'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field, FieldError, fieldId } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { EndShown } from './end-shown.tsx';
import { type EndOf, useEndCheck } from './use-end-check.ts';

/** A day and a time as a clock in the body's zone shows them. */
export type Wall = { day: string; time: string };

type Props = EndOf & { proposed: Wall; error: string | null; legend?: string };

/** The end, as a day and a time in the body's zone; what it comes to is said beneath as it is typed. */
export function EndFields({ proposed, error, legend, ...of }: Props) {
  const t = useTranslations('silence.end');
  const [wall, setWall] = useState(proposed);
  const check = useEndCheck(of, wall);
  return (
    <fieldset
      id={fieldId('until')}
      tabIndex={-1}
      className={error ? 'border-l-3 border-bad pl-3' : undefined}
    >
      <legend className="mb-1 font-semibold">{legend ?? t('legend')}</legend>
      {error ? <FieldError>{error}</FieldError> : null}
      <div className="flex flex-wrap gap-3">
        <Field name="day" label={t('day')}>
          <TextField
            type="date"
            name="day"
            value={wall.day}
            onChange={(event) => setWall({ ...wall, day: event.target.value })}
          />
        </Field>
        <Field name="time" label={t('time')}>
          <TextField
            type="time"
            name="time"
            value={wall.time}
            onChange={(event) => setWall({ ...wall, time: event.target.value })}
          />
        </Field>
      </div>
      {check && check.twice.length > 1 ? (
        <div className="mt-3">
          <RadioGroup
            name="fold"
            legend={t('twice')}
            defaultValue="first"
            options={(['first', 'second'] as const).map((value) => ({ value, label: t(value) }))}
          />
        </div>
      ) : null}
      <EndShown check={check} />
    </fieldset>
  );
}

/** The end as it stands in a form. */
export function endOf(form: FormData) {
  const fold = form.get('fold') === 'second' ? ('second' as const) : ('first' as const);
  return { day: String(form.get('day') ?? ''), time: String(form.get('time') ?? '').slice(0, 5), fold };
}
