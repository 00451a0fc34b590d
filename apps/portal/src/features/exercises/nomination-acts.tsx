'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ActDialog } from '#components/act-dialog.tsx';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import type { Exercise } from './types.ts';

type Of = { roleId: string; personId: string; about: string };
type Act = 'confirm' | 'refuse' | 'withdraw' | 'moveForward';

const acts = {
  confirm: api.nominations.confirm.mutate,
  refuse: api.nominations.refuse.mutate,
  withdraw: api.nominations.withdraw.mutate,
  moveForward: api.nominations.moveForward.mutate,
};

/** One decision over a nomination, with the reason all nations read. */
export function NominationAct({ act, roleId, personId, about }: Of & { act: Act }) {
  const t = useTranslations(`exercise.nominations.${act}`);
  return (
    <ActDialog about={about} action={t('action')} title={t('title')} danger={act === 'refuse'}>
      {(close) => <ActForm act={act} roleId={roleId} personId={personId} onClose={close} />}
    </ActDialog>
  );
}

function ActForm({ act, roleId, personId, onClose }: Omit<Of, 'about'> & { act: Act; onClose: () => void }) {
  const t = useTranslations(`exercise.nominations.${act}`);
  const command = useCommand(acts[act]);
  const router = useRouter();
  return (
    <CommandForm
      command={command}
      input={(form) => ({ roleId, personId, reason: String(form.get('reason') ?? '').trim() })}
      submit={t('action')}
      onDone={() => {
        onClose();
        toast(t('done'));
        router.refresh();
      }}
    >
      <p className="text-ink-2">{t('follows')}</p>
      <Reason error={command.errorOf('reason')} needed={act === 'refuse' || act === 'moveForward'} />
    </CommandForm>
  );
}

function Reason({ error, needed }: { error: string | null; needed: boolean }) {
  const t = useTranslations('exercise.nominations');
  return (
    <Field name="reason" label={t('reason')} description={t('reasonNote')} error={error} optional={!needed}>
      <TextArea name="reason" rows={3} maxLength={500} aria-required={needed} />
    </Field>
  );
}

/** Puts another of the party in somebody's place. */
export function Substitute({ roleId, personId, about }: Of) {
  const t = useTranslations('exercise.nominations.substitute');
  return (
    <ActDialog about={about} action={t('action')} title={t('title')}>
      {(close) => <SubstituteForm roleId={roleId} replacesId={personId} onClose={close} />}
    </ActDialog>
  );
}

type Candidate = Awaited<ReturnType<typeof api.nominations.candidates.query>>[number];

function SubstituteForm({
  roleId,
  replacesId,
  onClose,
}: {
  roleId: string;
  replacesId: string;
  onClose: () => void;
}) {
  const t = useTranslations('exercise.nominations');
  const command = useCommand(api.nominations.substitute.mutate);
  const router = useRouter();
  const [people, setPeople] = useState<readonly Candidate[] | null>(null);
  async function look(query: string) {
    setPeople(await api.nominations.candidates.query({ roleId, query }).catch(() => []));
  }
  return (
    <CommandForm
      command={command}
      input={(form) => ({
        roleId,
        replacesId,
        personId: String(form.get('personId') ?? ''),
        reason: String(form.get('reason') ?? '').trim(),
      })}
      submit={t('substitute.action')}
      onDone={() => {
        onClose();
        toast(t('substitute.done'));
        router.refresh();
      }}
    >
      <p className="text-ink-2">{t('substitute.follows')}</p>
      <Field name="query" label={t('substitute.find')}>
        <input
          id="field-query"
          type="search"
          className="block w-full rounded-md border border-line-field bg-paper px-3 py-2"
          onChange={(event) => void look(event.target.value.slice(0, 200))}
        />
      </Field>
      <Field name="personId" label={t('substitute.person')} error={command.errorOf('personId')}>
        <Select name="personId">
          {(people ?? []).map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}, {person.partyCode}
            </option>
          ))}
        </Select>
      </Field>
      <Reason error={command.errorOf('reason')} needed />
    </CommandForm>
  );
}

/** Puts a holder into a team. */
export function Place({
  roleId,
  personId,
  about,
  teams,
  teamId,
}: Of & { teams: Exercise['teams']; teamId: string | null }) {
  const t = useTranslations('exercise.nominations.place');
  const team = teams.find(({ id }) => id === teamId);
  return (
    <ActDialog about={about} action={team ? team.name : t('action')} title={t('title')}>
      {(close) => (
        <PlaceForm roleId={roleId} personId={personId} teams={teams} teamId={teamId} onClose={close} />
      )}
    </ActDialog>
  );
}

type PlaceProps = Omit<Of, 'about'> & {
  teams: Exercise['teams'];
  teamId: string | null;
  onClose: () => void;
};

function PlaceForm({ roleId, personId, teams, teamId, onClose }: PlaceProps) {
  const t = useTranslations('exercise.nominations.place');
  const command = useCommand(api.nominations.place.mutate);
  const router = useRouter();
  return (
    <CommandForm
      command={command}
      input={(form) => ({ roleId, personId, teamId: String(form.get('teamId') ?? '') || null })}
      submit={t('action')}
      onDone={() => {
        onClose();
        router.refresh();
      }}
    >
      <Field name="teamId" label={t('team')} error={command.errorOf('teamId')}>
        <Select name="teamId" defaultValue={teamId ?? ''}>
          <option value="">{t('none')}</option>
          {teams.map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </Select>
      </Field>
    </CommandForm>
  );
}
