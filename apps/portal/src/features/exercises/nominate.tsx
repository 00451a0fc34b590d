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
import { Checks } from './checks.tsx';

type Candidate = Awaited<ReturnType<typeof api.nominations.candidates.query>>[number];

/** Looks among the people one speaks for, shows how each stands with what the seat asks, and names those ticked. */
export function Nominate({ roleId, roleName }: { roleId: string; roleName: string }) {
  const t = useTranslations('exercise.nominate');
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  async function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const query = String(new FormData(event.currentTarget).get(`nominee-${roleId}`) ?? '').slice(0, 200);
    setFound(await api.nominations.candidates.query({ roleId, ...(query && { query }) }).catch(() => []));
  }
  return (
    <div className="no-print">
      <h3 className="mb-2">{t('title', { role: roleName })}</h3>
      <form onSubmit={search} className="mb-3 flex flex-wrap items-end gap-3">
        <Field name={`nominee-${roleId}`} label={t('name')} className="min-w-52 flex-1">
          <TextField type="search" name={`nominee-${roleId}`} aria-required={false} />
        </Field>
        <Button type="submit">{t('search')}</Button>
      </form>
      {found === null ? null : (
        <Found
          key={found.map(({ id }) => id).join()}
          roleId={roleId}
          found={found}
          onDone={() => setFound(null)}
        />
      )}
    </div>
  );
}

function Found({
  roleId,
  found,
  onDone,
}: {
  roleId: string;
  found: readonly Candidate[];
  onDone: () => void;
}) {
  const t = useTranslations('exercise.nominate');
  const router = useRouter();
  const command = useCommand(api.nominations.nominate.mutate);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  if (found.length === 0) return <p className="text-ink-2">{t('nobody')}</p>;
  const nameOf = new Map(found.map(({ id, name }) => [id, name]));
  const problems = chosen.flatMap((id, index) => {
    const words = command.errorOf(`personIds.${index}`);
    return words ? [{ id, words: `${nameOf.get(id) ?? ''}: ${words}` }] : [];
  });
  return (
    <CommandForm
      command={command}
      input={(form) => {
        const personIds = form.getAll('person').map(String);
        setChosen(personIds);
        return { roleId, personIds };
      }}
      submit={t('submit')}
      onDone={({ lines }) => {
        toast(t('done', { count: lines.length }));
        onDone();
        router.refresh();
      }}
    >
      {problems.length > 0 ? (
        <ul className="text-bad">
          {problems.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      ) : null}
      <div className="grid gap-x-6 gap-y-2 border-y border-line py-2 lg:grid-cols-2">
        {found.map((person) => (
          <div key={person.id}>
            <Checkbox name="person" value={person.id}>
              {person.name}, {person.partyCode}
              {person.jobTitle ? <span className="block text-sm text-ink-2">{person.jobTitle}</span> : null}
            </Checkbox>
            <div className="ml-7">
              <Checks checks={person.checks} />
            </div>
          </div>
        ))}
      </div>
    </CommandForm>
  );
}
