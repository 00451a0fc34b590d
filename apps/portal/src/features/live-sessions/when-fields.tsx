'use client';

import { beginsTwice, spanOf } from '@concord/api/features/live-sessions/rules';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Locale } from '#i18n/locales.ts';
import { formatSpan, zonesFor } from '#i18n/span.ts';
import { wallClock } from '#i18n/zone-clock.ts';
import type { PlannedDate } from './types.ts';

type Zones = { headquarters: string; person: string };
type Props = {
  date: PlannedDate | null;
  minutes: number;
  zones: Zones;
  errorOf: (path: string) => string | null;
};
type Typed = { zone: string; day: string; begins: string; finishes: string; fold: 'first' | 'second' };

/** Day, start and end on the clocks of a zone; beneath, what that is, there and here, as it is typed. */
export function WhenFields({ date, minutes, zones, errorOf }: Props) {
  const t = useTranslations('liveSessions.fields');
  const [typed, setTyped] = useState<Typed>(() => typedOf(date, zones.headquarters));
  const set = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }));
  const whole = typed.day !== '' && typed.begins !== '' && typed.finishes !== '';
  return (
    <>
      <div className="grid max-w-form gap-5 md:grid-cols-3">
        <Field name="day" label={t('day')} error={errorOf('day')}>
          <TextField
            type="date"
            name="day"
            value={typed.day}
            onChange={(event) => set({ day: event.target.value })}
          />
        </Field>
        <Field name="begins" label={t('begins')} error={errorOf('begins')}>
          <TextField
            type="time"
            name="begins"
            value={typed.begins}
            onChange={(event) => set(withEnd(typed, event.target.value, minutes))}
          />
        </Field>
        <Field name="finishes" label={t('finishes')} error={errorOf('finishes')}>
          <TextField
            type="time"
            name="finishes"
            value={typed.finishes}
            onChange={(event) => set({ finishes: event.target.value })}
          />
        </Field>
      </div>
      <ZoneField value={typed.zone} error={errorOf('zone')} onChange={(zone) => set({ zone })} />
      {whole && beginsTwice(typed, typed.zone) ? (
        <RadioGroup
          name="fold"
          legend={t('twice')}
          value={typed.fold}
          onChange={(fold) => set({ fold })}
          options={(['first', 'second'] as const).map((value) => ({ value, label: t(`folds.${value}`) }))}
        />
      ) : null}
      <Shown typed={whole ? typed : null} zones={zones} />
    </>
  );
}

function Shown({ typed, zones }: { typed: Typed | null; zones: Zones }) {
  const t = useTranslations('liveSessions.fields');
  const time = useTranslations('time');
  const locale = useLocale() as Locale;
  const span = typed ? spanOf(typed, typed.zone) : null;
  const said =
    typed && span && !('problem' in span)
      ? formatSpan(
          { startsAt: span.startsAt.toISOString(), endsAt: span.endsAt.toISOString() },
          zonesFor(typed.zone, zones, time),
          locale,
        )
      : '';
  return (
    <p aria-live="polite" className="min-h-6 text-ink-2">
      {span && 'problem' in span ? t(`wrong.${span.problem}`) : said}
    </p>
  );
}

type ZoneProps = { value: string; error: string | null; onChange: (zone: string) => void };

function ZoneField({ value, error, onChange }: ZoneProps) {
  const t = useTranslations('liveSessions.fields');
  const [all, setAll] = useState([value]);
  // The list is the browser's own: 400 names that the page need not carry.
  useEffect(
    () => setAll([...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()),
    [value],
  );
  return (
    <Field name="zone" label={t('zone')} description={t('zoneHint')} error={error}>
      <Select name="zone" value={value} onChange={(event) => onChange(event.target.value)}>
        {all.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </Select>
    </Field>
  );
}

const clockAt = (at: string, zone: string) => new Date(wallClock(new Date(at), zone)).toISOString();

function typedOf(date: PlannedDate | null, zone: string): Typed {
  if (!date) return { zone, day: '', begins: '', finishes: '', fold: 'first' };
  const [start, end] = [clockAt(date.startsAt, date.timeZone), clockAt(date.endsAt, date.timeZone)];
  const typed = {
    zone: date.timeZone,
    day: start.slice(0, 10),
    begins: start.slice(11, 16),
    finishes: end.slice(11, 16),
  };
  const first = spanOf({ ...typed, fold: 'first' }, date.timeZone);
  const isFirst =
    'startsAt' in first && first.startsAt.toISOString() === new Date(date.startsAt).toISOString();
  return { ...typed, fold: isFirst ? 'first' : 'second' };
}

/** A start proposes the end that many minutes later, as long as none was typed. */
function withEnd({ finishes }: Typed, begins: string, minutes: number): Partial<Typed> {
  const [hour, minute] = begins.split(':').map(Number);
  if (finishes !== '' || minutes === 0 || hour === undefined || minute === undefined) return { begins };
  const end = (hour * 60 + minute + minutes) % 1440;
  const two = (value: number) => String(value).padStart(2, '0');
  return { begins, finishes: `${two(Math.floor(end / 60))}:${two(end % 60)}` };
}
