'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

type Candidate = Awaited<ReturnType<typeof api.seats.candidates.query>>[number];

/** Looks among the people one speaks for, and asks for seats for those who are ticked. */
export function Nominate({ cohortId }: { cohortId: string }) {
  const t = useTranslations('seats.nominate');
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  async function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const query = String(new FormData(event.currentTarget).get('nominee') ?? '').slice(0, 200);
    setFound(await api.seats.candidates.query({ cohortId, ...(query && { query }) }).catch(() => []));
  }
  return (
    <section aria-labelledby="nominate" className="no-print">
      <h2 id="nominate" className="mb-3">
        {t('title')}
      </h2>
      <form onSubmit={search} className="mb-3 flex flex-wrap items-end gap-3">
        <Field name="nominee" label={t('name')} className="min-w-52 flex-1">
          <TextField type="search" name="nominee" aria-required={false} />
        </Field>
        <Button type="submit">{t('search')}</Button>
      </form>
      {found === null ? null : (
        <Found
          key={found.map(({ id }) => id).join()}
          cohortId={cohortId}
          found={found}
          onDone={() => setFound(null)}
        />
      )}
    </section>
  );
}

type FoundProps = { cohortId: string; found: readonly Candidate[]; onDone: () => void };

function Found({ cohortId, found, onDone }: FoundProps) {
  const t = useTranslations('seats.nominate');
  const router = useRouter();
  const command = useCommand(api.seats.request.mutate);
  if (found.length === 0) return <p className="text-ink-2">{t('nobody')}</p>;
  return (
    <CommandForm
      command={command}
      input={(form) => ({ cohortId, personIds: form.getAll('person').map(String) })}
      submit={t('submit')}
      onDone={({ lines }) => {
        const given = lines.filter(({ state }) => state === 'holds').length;
        toast(t('done', { given, waiting: lines.length - given }));
        onDone();
        router.refresh();
      }}
    >
      <div className="grid gap-x-6 border-y border-line py-2 sm:grid-cols-2">
        {found.map((person) => (
          <Checkbox key={person.id} name="person" value={person.id}>
            {person.name}, {person.partyCode}
            {person.jobTitle ? <span className="block text-sm text-ink-2">{person.jobTitle}</span> : null}
          </Checkbox>
        ))}
      </div>
    </CommandForm>
  );
}
