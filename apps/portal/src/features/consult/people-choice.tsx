'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { CloseIcon } from '#components/icons.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';

export type Chosen = { id: string; name: string; party: string };

type Props = { bodyCode: string; chosen: readonly Chosen[]; onChange: (chosen: Chosen[]) => void };

/** People found by name and put on a list. */
export function PeopleChoice({ bodyCode, chosen, onChange }: Props) {
  const t = useTranslations('consult.new');
  const [query, setQuery] = useState('');
  const found = useFound(bodyCode, query);
  const offered = found.filter((person) => !chosen.some((one) => one.id === person.id));
  return (
    <div id="field-needToKnow-personIds" tabIndex={-1} className="max-w-form">
      <ul className="mb-2 flex flex-wrap gap-2">
        {chosen.map((person) => (
          <li
            key={person.id}
            className="flex items-center gap-1.5 rounded-md border border-line-strong py-0.5 pr-1 pl-2.5 text-sm font-medium"
          >
            {person.name}, {person.party}
            <button
              type="button"
              aria-label={t('removePerson', { name: person.name })}
              onClick={() => onChange(chosen.filter((one) => one.id !== person.id))}
              className="grid size-6 place-items-center rounded-sm hover:bg-wash"
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
      <label htmlFor="find-people" className="mb-1 block text-sm font-semibold">
        {t('find')}
      </label>
      <input
        id="find-people"
        type="search"
        value={query}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => setQuery(event.target.value)}
        className="block w-full rounded-md border border-line-field bg-paper px-3 py-2"
      />
      <ul className="mt-1 flex flex-col">
        {offered.map((person) => (
          <li key={person.id}>
            <Button
              look="quiet"
              onClick={() => {
                onChange([...chosen, { id: person.id, name: person.name, party: person.party }]);
                setQuery('');
              }}
            >
              {person.name}, {person.party}
              {person.seated ? <span className="font-normal text-ink-3">{t('seated')}</span> : null}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Found = Chosen & { seated: boolean };

function useFound(bodyCode: string, query: string): Found[] {
  const [found, setFound] = useState<Found[]>([]);
  useEffect(() => {
    if (query.trim().length < 2) return setFound([]);
    const wait = setTimeout(() => {
      api.bodies.namable
        .query({ bodyCode, query })
        .then((answer) => setFound(answer.people))
        .catch(() => setFound([]));
    }, 200);
    return () => clearTimeout(wait);
  }, [bodyCode, query]);
  return found;
}
