'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { dayEdge, dayOf } from '#i18n/format.ts';
import type { ExerciseEditing } from './types.ts';

export type ExerciseValues = Omit<ExerciseEditing, 'id' | 'code' | 'revision'>;

type Props = { values: ExerciseValues; zone: string; errorOf: (path: string) => string | null };

const dates = [
  ['startsAt', 'start'],
  ['endsAt', 'end'],
  ['opensAt', 'start'],
  ['closesAt', 'end'],
  ['substitutionUntil', 'end'],
] as const;

/** What an exercise is, in both languages, and the days that decide, in headquarters' zone. */
export function ExerciseFields({ values, zone, errorOf }: Props) {
  const t = useTranslations('exercise.fields');
  return (
    <>
      <div className="grid max-w-form gap-5 md:grid-cols-2">
        {(['nameEn', 'nameFr'] as const).map((name) => (
          <Field key={name} name={name} label={t(name)} error={errorOf(name)}>
            <TextField name={name} defaultValue={values[name]} maxLength={200} autoComplete="off" />
          </Field>
        ))}
        <Field name="kind" label={t('kind')} error={errorOf('kind')}>
          <Select name="kind" defaultValue={values.kind}>
            {(['cooperative', 'competitive', 'tabletop'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="place" label={t('place')} error={errorOf('place')} optional>
          <TextField name="place" defaultValue={values.place} maxLength={200} />
        </Field>
        {dates.map(([name]) => (
          <Field key={name} name={name} label={t(name)} error={errorOf(name)} optional={name === 'opensAt'}>
            <TextField type="date" name={name} defaultValue={values[name] ? dayOf(values[name], zone) : ''} />
          </Field>
        ))}
        <Field name="reofferDays" label={t('reofferDays')} error={errorOf('reofferDays')} optional>
          <TextField
            type="number"
            min={0}
            max={365}
            name="reofferDays"
            defaultValue={values.reofferDays ?? ''}
          />
        </Field>
      </div>
      {(['summaryEn', 'summaryFr'] as const).map((name) => (
        <Field key={name} name={name} label={t(name)} error={errorOf(name)} optional>
          <TextArea name={name} rows={4} defaultValue={values[name]} maxLength={4000} aria-required={false} />
        </Field>
      ))}
    </>
  );
}

/** What is typed in these fields, as the API takes it. */
export function exerciseInput(form: FormData, zone: string) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const at = (name: (typeof dates)[number][0], edge: 'start' | 'end') =>
    text(name) ? dayEdge(text(name), zone, edge) : '';
  const days = text('reofferDays');
  return {
    ...{ nameEn: text('nameEn'), nameFr: text('nameFr'), place: text('place'), timeZone: zone },
    kind: text('kind') as ExerciseValues['kind'],
    ...{ summaryEn: text('summaryEn'), summaryFr: text('summaryFr') },
    ...{ startsAt: at('startsAt', 'start'), endsAt: at('endsAt', 'end'), closesAt: at('closesAt', 'end') },
    opensAt: at('opensAt', 'start') || null,
    substitutionUntil: at('substitutionUntil', 'end'),
    reofferDays: days === '' ? null : Math.trunc(Number(days)),
  };
}
