'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAlive } from '#commands/use-alive.ts';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import { AttendanceRow } from './attendance-row.tsx';
import type { AttendanceState, Attendee } from './types.ts';

type Props = { liveSessionId: string; people: readonly Attendee[] };

/** The whole list at once: a choice for each, the rest by one button, and one save. */
export function AttendanceList({ liveSessionId, people }: Props) {
  const t = useTranslations('liveSessions.attendance');
  const router = useRouter();
  const alive = useAlive();
  const command = useCommand(api.liveSessions.note.mutate);
  const [chosen, setChosen] = useState<ReadonlyMap<string, AttendanceState>>(new Map());
  const stateOf = ({ enrolmentId, state }: Attendee) => chosen.get(enrolmentId) ?? state;
  const changed = people.filter((person) => stateOf(person) !== person.state);
  const open = people.filter((person) => !person.own && stateOf(person) === null);
  const choose = (enrolmentId: string, state: AttendanceState) =>
    setChosen((before) => new Map(before).set(enrolmentId, state));

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '');
    const entries = changed.flatMap((person) => {
      const state = stateOf(person);
      return state ? [{ enrolmentId: person.enrolmentId, state, before: person.state }] : [];
    });
    const done = await command.run({ liveSessionId, entries, reason });
    if (!done) return;
    toast(t('saved', { count: done.changed }));
    router.refresh();
  }

  return (
    <form onSubmit={save} noValidate aria-busy={command.pending} aria-label={t('title')}>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      <p className="mb-3 max-w-measure text-sm text-ink-2">{t('keys')}</p>
      <ul className="border-t border-line">
        {people.map((person) => (
          <AttendanceRow
            key={person.enrolmentId}
            person={person}
            state={stateOf(person)}
            onChoose={(state) => choose(person.enrolmentId, state)}
          />
        ))}
      </ul>
      {changed.some(({ late }) => late) ? (
        <div className="mt-5">
          <Field
            name="reason"
            label={t('reason')}
            description={t('reasonHint')}
            error={command.errorOf('reason')}
          >
            <TextField name="reason" maxLength={500} />
          </Field>
        </div>
      ) : null}
      <div className="sticky bottom-0 mt-4 flex flex-wrap items-center gap-3 border-t border-line bg-paper py-3">
        <Button type="submit" look="primary" disabled={command.pending || !alive || changed.length === 0}>
          {t('save', { count: changed.length })}
        </Button>
        {open.length > 0 ? (
          <Button onClick={() => setChosen(allPresent(chosen, open))}>
            {t('rest', { count: open.length })}
          </Button>
        ) : null}
        <Totals states={people.map(stateOf)} />
      </div>
    </form>
  );
}

function allPresent(chosen: ReadonlyMap<string, AttendanceState>, open: readonly Attendee[]) {
  return new Map([
    ...chosen,
    ...open.map(({ enrolmentId }) => [enrolmentId, 'present'] as [string, AttendanceState]),
  ]);
}

function Totals({ states }: { states: readonly (AttendanceState | null)[] }) {
  const t = useTranslations('liveSessions.attendance');
  const count = (state: AttendanceState | null) => states.filter((one) => one === state).length;
  return (
    <p className="text-sm text-ink-2" aria-live="polite">
      {t('totals', {
        ...{
          present: count('present'),
          absent: count('absent'),
          excused: count('excused'),
          open: count(null),
        },
      })}
    </p>
  );
}
