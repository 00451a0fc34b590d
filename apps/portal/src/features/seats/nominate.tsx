'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import { FindPeople, PersonBox } from './find-people.tsx';

type Candidate = Awaited<ReturnType<typeof api.seats.candidates.query>>[number];

/** Looks among the people one speaks for, and asks for seats for those who are ticked. */
export function Nominate({ cohortId }: { cohortId: string }) {
  const t = useTranslations('seats.nominate');
  return (
    <section aria-labelledby="nominate" className="no-print">
      <h2 id="nominate" className="mb-3">
        {t('title')}
      </h2>
      <FindPeople name="nominee" look={(query) => api.seats.candidates.query({ cohortId, query })}>
        {(found, done) => <Found cohortId={cohortId} found={found} onDone={done} />}
      </FindPeople>
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
          <PersonBox key={person.id} person={person} />
        ))}
      </div>
    </CommandForm>
  );
}
