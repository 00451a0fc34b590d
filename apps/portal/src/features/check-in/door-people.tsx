'use client';

import { showCode } from '@concord/api/features/check-in/rules';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { formatInstant } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';
import type { Expected } from './types.ts';

type Props = { people: readonly Expected[]; kind: 'in' | 'out'; onShown: (badge: string) => void };

const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Everybody who is expected, to be found by name where a badge is missing. */
export function DoorPeople({ people, kind, onShown }: Props) {
  const t = useTranslations('checkIn');
  const [query, setQuery] = useState('');
  const found = people.filter(({ name, party, badge }) =>
    plain(`${name} ${party} ${badge}`).includes(plain(query.trim())),
  );
  return (
    <>
      <label htmlFor="find" className="mb-1 block font-semibold">
        {t('find')}
      </label>
      <input
        id="find"
        type="search"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        className="mb-3 block w-full max-w-form rounded-md border border-line-field bg-paper px-3 py-2"
      />
      {found.length === 0 ? <p className="text-ink-2">{t('nobody')}</p> : null}
      <ul className={found.length > 0 ? 'border-t border-line' : undefined}>
        {found.map((one) => (
          <Person key={one.badge} one={one} kind={kind} onShown={onShown} />
        ))}
      </ul>
    </>
  );
}

function Person({ one, kind, onShown }: Omit<Props, 'people'> & { one: Expected }) {
  const t = useTranslations('checkIn');
  const locale = useLocale() as Locale;
  const zone = useTimeZone() ?? 'UTC';
  const at = one.since ? formatInstant(one.since, { zone, locale, style: 'short' }) : '';
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2">
      <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
        <span className="font-semibold">{one.name}</span>{' '}
        <span className="block text-sm text-ink-2">
          {[one.party, one.role, one.team, showCode(one.badge)].filter(Boolean).join(' · ')}
        </span>
      </span>
      {one.seat ? null : <Tag tone="warn">{t('noSeat')}</Tag>}
      {one.state ? (
        <Tag tone={one.state === 'in' ? 'good' : 'neutral'} marked>
          {t(`states.${one.state}`, { at })}
        </Tag>
      ) : null}
      {one.state === kind ? null : (
        <Button size="small" onClick={() => onShown(one.badge)}>
          {t(`take.${kind}`)}
          <span className="sr-only">: {one.name}</span>
        </Button>
      )}
    </li>
  );
}
