'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { dayEdge } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';

type Candidate = Awaited<ReturnType<typeof api.work.candidates.query>>[number];

/** Looks for people one speaks for, and gives the work to those who are ticked. */
export function GiveWork({ workRoleId, zone }: { workRoleId: string; zone: string }) {
  const t = useTranslations('work.give');
  const [found, setFound] = useState<readonly Candidate[] | null>(null);
  async function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const query = String(new FormData(event.currentTarget).get('query') ?? '').slice(0, 200);
    setFound(await api.work.candidates.query({ workRoleId, query }).catch(() => []));
  }
  return (
    <section aria-labelledby="give" className="no-print mt-8">
      <h2 id="give" className="mb-3">
        {t('title')}
      </h2>
      <form onSubmit={search} className="mb-3 flex flex-wrap items-end gap-3">
        <Field name="query" label={t('name')} className="min-w-52 flex-1">
          <TextField type="search" name="query" aria-required={false} />
        </Field>
        <Button type="submit">{t('search')}</Button>
      </form>
      {found === null ? null : (
        <Found
          key={found.map(({ id }) => id).join()}
          {...{ workRoleId, zone, found }}
          onGiven={() => setFound(null)}
        />
      )}
    </section>
  );
}

type FoundProps = {
  workRoleId: string;
  zone: string;
  found: readonly Candidate[];
  onGiven: () => void;
};

function Found({ workRoleId, zone, found, onGiven }: FoundProps) {
  const t = useTranslations('work.give');
  const router = useRouter();
  const command = useCommand(api.work.give.mutate);
  async function give(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const day = (name: string, edge: 'start' | 'end') =>
      form.get(name) ? dayEdge(String(form.get(name)), zone, edge) : null;
    const done = await command.run({
      workRoleId,
      personIds: form.getAll('person').map(String),
      validFrom: day('from', 'start'),
      validUntil: day('until', 'end'),
    });
    if (!done) return;
    toast(t('given', { count: done.given }));
    router.refresh();
    onGiven();
  }
  if (found.length === 0) return <p className="text-ink-2">{t('nobody')}</p>;
  return (
    <form onSubmit={give} noValidate>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      <div id="field-personIds" className="mb-3 grid gap-x-6 border-y border-line py-2 md:grid-cols-2">
        {found.map((person) => (
          <Checkbox key={person.id} name="person" value={person.id}>
            {person.name}, {person.party}
            {person.jobTitle ? <span className="block text-sm text-ink-2">{person.jobTitle}</span> : null}
          </Checkbox>
        ))}
      </div>
      <div className="mb-3 flex flex-wrap gap-3">
        <Field name="validFrom" label={t('from')} error={command.errorOf('validFrom')} optional>
          <TextField type="date" name="from" />
        </Field>
        <Field name="validUntil" label={t('until')} error={command.errorOf('validUntil')} optional>
          <TextField type="date" name="until" />
        </Field>
      </div>
      <Button type="submit" disabled={command.pending}>
        {t('submit')}
      </Button>
    </form>
  );
}

/** Says that somebody does it no more. */
export function TakeWork({ workId, name }: { workId: string; name: string }) {
  const t = useTranslations('work.take');
  const router = useRouter();
  const command = useCommand(api.work.take.mutate);
  async function take() {
    if (!(await command.run({ workId }))) return;
    toast(t('taken', { name }));
    router.refresh();
  }
  return (
    <Button look="quiet" size="small" disabled={command.pending} onClick={take}>
      {command.message ?? t('submit')}
      <span className="sr-only">: {name}</span>
    </Button>
  );
}
