'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { toast } from '#components/ui/toast.ts';
import { type Locale, localeNames, locales } from '#i18n/locales.ts';
import { rememberLocale, rememberTheme } from './remember.ts';
import { type Theme, themes } from './theme.ts';

type Change = { locale?: Locale; theme?: Theme; zone?: string };

type Settings = { locale: Locale; theme: Theme; zone: string };

/**
 * The person's language, appearance and time zone; each is kept on the server as soon as it is chosen. `place` names
 * the controls apart where a page shows them twice: an id that React counts is not always the same in the browser.
 */
export function Preferences({ place, ...initial }: Settings & { place: 'menu' | 'account' }) {
  const t = useTranslations('shell.personMenu');
  const router = useRouter();
  const [shown, setShown] = useState(initial);

  async function change(next: Change) {
    setShown((before) => ({ ...before, ...next }));
    applyAtOnce(next);
    try {
      // Fetched when first used: most pages are read without changing a setting.
      const { api } = await import('#trpc/client.ts');
      await api.shell.setPreferences.mutate({ commandId: crypto.randomUUID(), ...next });
      router.refresh();
    } catch {
      setShown(initial);
      toast(t('failed'));
    }
  }

  return (
    <div className="flex flex-col gap-3">
      <Choice
        legend={t('language')}
        name={`${place}-locale`}
        value={shown.locale}
        options={locales}
        onChange={(locale) => change({ locale })}
      >
        {(locale) => <span lang={locale}>{localeNames[locale]}</span>}
      </Choice>
      <Choice
        legend={t('theme')}
        name={`${place}-theme`}
        value={shown.theme}
        options={themes}
        onChange={(theme) => change({ theme })}
      >
        {(theme) => t(theme)}
      </Choice>
      <ZoneSelect
        id={`${place}-zone`}
        label={t('timeZone')}
        value={shown.zone}
        onChange={(zone) => change({ zone })}
      />
    </div>
  );
}

function applyAtOnce({ locale, theme }: Change) {
  if (theme) rememberTheme(theme);
  if (locale) rememberLocale(locale);
}

type ChoiceProps<Value extends string> = {
  legend: string;
  name: string;
  value: Value;
  options: readonly Value[];
  onChange: (value: Value) => void;
  children: (value: Value) => ReactNode;
};

function Choice<Value extends string>({
  legend,
  name,
  value,
  options,
  onChange,
  children,
}: ChoiceProps<Value>) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold text-ink-2">{legend}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {options.map((option) => (
          <label key={option} className="flex items-center gap-1.5 py-0.5">
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
              className="size-4 accent-accent"
            />
            {children(option)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type ZoneProps = { id: string; label: string; value: string; onChange: (zone: string) => void };

function ZoneSelect({ id, label, value, onChange }: ZoneProps) {
  const [zones, setZones] = useState([value]);
  // The list is the browser's own: 400 names that the page need not carry.
  useEffect(
    () => setZones([...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()),
    [value],
  );
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-semibold text-ink-2">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="w-full rounded-md border border-line-field bg-paper px-2 py-1.5"
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </div>
  );
}
