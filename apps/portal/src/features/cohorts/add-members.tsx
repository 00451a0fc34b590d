'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';

type Candidate = Awaited<ReturnType<typeof api.cohorts.candidates.query>>[number];
type Seats = readonly { partyId: string; code: string; free: number }[];

/** Looks for people of the parties with seats, and adds those who are ticked. */
export function AddMembers({ cohortId, seats }: { cohortId: string; seats: Seats }) {
  const t = useTranslations('cohorts.add');
  const [found, setFound] = useState<readonly Candidate[] | null>(null);

  async function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const partyId = String(form.get('addParty') ?? '');
    const query = String(form.get('addQuery') ?? '').slice(0, 200);
    const input = { cohortId, ...(query && { query }), ...(partyId && { partyId }) };
    setFound(await api.cohorts.candidates.query(input).catch(() => []));
  }

  return (
    <section aria-labelledby="add" className="no-print">
      <h2 id="add" className="mb-3">
        {t('title')}
      </h2>
      <form onSubmit={search} className="mb-3 flex flex-wrap items-end gap-3">
        <Field name="addQuery" label={t('name')} className="min-w-52 flex-1">
          <TextField type="search" name="addQuery" aria-required={false} />
        </Field>
        <Field name="addParty" label={t('party')}>
          <Select name="addParty" aria-required={false}>
            <option value="">{t('allParties')}</option>
            {seats.map((line) => (
              <option key={line.partyId} value={line.partyId}>
                {t('free', { party: line.code, count: line.free })}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit">{t('search')}</Button>
      </form>
      {found === null ? null : (
        <Found
          key={found.map(({ id }) => id).join()}
          cohortId={cohortId}
          found={found}
          onAdded={() => setFound(null)}
        />
      )}
    </section>
  );
}

type FoundProps = { cohortId: string; found: readonly Candidate[]; onAdded: () => void };

function Found({ cohortId, found, onAdded }: FoundProps) {
  const t = useTranslations('cohorts.add');
  const router = useRouter();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const command = useCommand(api.cohorts.addMembers.mutate);

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const personIds = new FormData(event.currentTarget).getAll('person').map(String);
    if (personIds.length === 0) return;
    const done = await command.run({ cohortId, personIds });
    if (!done) return;
    router.refresh();
    const without = done.lines.filter(({ reason }) => reason !== 'given');
    if (without.length === 0) return onAdded();
    setRefused(
      without.map(({ personId, reason }) =>
        t('without', { name: nameOf(found, personId), reason: t(`reasons.${reason}`) }),
      ),
    );
  }

  if (found.length === 0) return <p className="text-ink-2">{t('nobody')}</p>;
  return (
    <form onSubmit={add}>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      {refused.length > 0 ? (
        <ul role="alert" className="mb-3 text-bad">
          {refused.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      <div className="mb-3 grid gap-x-6 border-y border-line py-2 md:grid-cols-2">
        {found.map((person) => (
          <Checkbox key={person.id} name="person" value={person.id}>
            {person.name}, {person.partyCode}
            {person.jobTitle ? <span className="block text-sm text-ink-2">{person.jobTitle}</span> : null}
          </Checkbox>
        ))}
      </div>
      <Button type="submit" disabled={command.pending}>
        {t('submit')}
      </Button>
    </form>
  );
}

function nameOf(found: readonly Candidate[], personId: string): string {
  return found.find(({ id }) => id === personId)?.name ?? '';
}
