'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type Props<Person> = {
  /** Of the field: two searches may stand on one page. */
  name: string;
  /** Who answers to these words; without any, the first of all. */
  look: (query: string | undefined) => Promise<readonly Person[]>;
  children: (found: readonly Person[], done: () => void) => ReactNode;
};

/** Looks for people one may name, and shows those found until something was done with them. */
export function FindPeople<Person extends { id: string }>({ name, look, children }: Props<Person>) {
  const t = useTranslations('seats.nominate');
  const [found, setFound] = useState<readonly Person[] | null>(null);
  async function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const query = String(new FormData(event.currentTarget).get(name) ?? '').slice(0, 200);
    setFound(await look(query || undefined).catch(() => []));
  }
  return (
    <>
      <form onSubmit={search} className="mb-3 flex flex-wrap items-end gap-3">
        <Field name={name} label={t('name')} className="min-w-52 flex-1">
          <TextField type="search" name={name} aria-required={false} />
        </Field>
        <Button type="submit">{t('search')}</Button>
      </form>
      {found === null ? null : (
        <div key={found.map(({ id }) => id).join()}>{children(found, () => setFound(null))}</div>
      )}
    </>
  );
}

type Named = { id: string; name: string; partyCode: string; jobTitle: string };

/** A box to tick for a person, with party and job. */
export function PersonBox({ person }: { person: Named }) {
  return (
    <Checkbox name="person" value={person.id}>
      {person.name}, {person.partyCode}
      {person.jobTitle ? <span className="block text-sm text-ink-2">{person.jobTitle}</span> : null}
    </Checkbox>
  );
}
