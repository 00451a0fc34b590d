'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { toast } from '#components/ui/toast.ts';
import { FindPeople, PersonBox } from '#features/seats/find-people.tsx';
import { api } from '#trpc/client.ts';
import { Checks } from './checks.tsx';
import { SendLacking } from './send-lacking.tsx';

type Candidate = Awaited<ReturnType<typeof api.nominations.candidates.query>>[number];

type Props = { roleId: string; roleName: string; due: string; zone: string };

/** Looks among the people one speaks for, shows how each stands with what the seat asks, and names those ticked. */
export function Nominate({ roleId, roleName, due, zone }: Props) {
  const t = useTranslations('exercise.nominate');
  return (
    <div className="no-print">
      <h3 className="mb-2">{t('title', { role: roleName })}</h3>
      <FindPeople
        name={`nominee-${roleId}`}
        look={(query) => api.nominations.candidates.query({ roleId, query })}
      >
        {(found, done) => (
          <>
            <Found roleId={roleId} found={found} onDone={done} />
            <SendLacking roleId={roleId} people={found} due={due} zone={zone} />
          </>
        )}
      </FindPeople>
    </div>
  );
}

type FoundProps = { roleId: string; found: readonly Candidate[]; onDone: () => void };

function Found({ roleId, found, onDone }: FoundProps) {
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
            <PersonBox person={person} />
            <div className="ml-7">
              <Checks checks={person.checks} />
            </div>
          </div>
        ))}
      </div>
    </CommandForm>
  );
}
