'use client';

import { colours as allColours } from '@concord/api/features/exercises/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import { PlanDialog } from './plan-dialog.tsx';
import type { Exercise, Planning } from './types.ts';

type Team = Exercise['teams'][number];
type Props = { exercise: Exercise; planning: Planning };

/** The teams, each of one nation or of several. */
export function TeamsPlan({ exercise, planning }: Props) {
  const t = useTranslations('exercise.plan');
  const colours = useTranslations('exercise.colours');
  const form = (team: Team | null, close: () => void) => (
    <TeamForm exerciseId={exercise.id} planning={planning} team={team} onDone={close} />
  );
  return (
    <section aria-labelledby="teams">
      <h2 id="teams" className="mb-3">
        {t('teams')}
      </h2>
      {exercise.teams.length === 0 ? <p className="mb-3 text-ink-2">{t('noTeams')}</p> : null}
      <ul className={exercise.teams.length === 0 ? undefined : 'mb-3 border-t border-line'}>
        {exercise.teams.map((team) => (
          <li key={team.id} className="flex flex-wrap items-center gap-3 border-b border-line py-2">
            <span className="min-w-0 flex-1 wrap-anywhere">
              <span className="font-semibold">{team.name}</span>{' '}
              <span className="text-ink-2">
                {colours(team.colour)} · {team.codes.join(', ')}
              </span>
            </span>
            <PlanDialog action={t('change')} about={team.name} title={t('changeTeam')}>
              {(close) => form(team, close)}
            </PlanDialog>
          </li>
        ))}
      </ul>
      <PlanDialog action={t('addTeam')} title={t('addTeam')}>
        {(close) => form(null, close)}
      </PlanDialog>
    </section>
  );
}

type FormProps = { exerciseId: string; planning: Planning; team: Team | null; onDone: () => void };

function TeamForm({ exerciseId, planning, team, onDone }: FormProps) {
  const t = useTranslations('exercise.plan');
  const colours = useTranslations('exercise.colours');
  const router = useRouter();
  const command = useCommand(api.exercises.saveTeam.mutate);
  return (
    <CommandForm
      command={command}
      submit={t('saveTeam')}
      input={(form) => ({
        ...{ exerciseId, teamId: team?.id ?? null, name: String(form.get('name') ?? '').trim() },
        colour: String(form.get('colour')) as Team['colour'],
        partyIds: form.getAll('party').map(String),
      })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
    >
      <Field name="name" label={t('teamName')} error={command.errorOf('name')}>
        <TextField name="name" defaultValue={team?.name ?? ''} maxLength={200} autoComplete="off" />
      </Field>
      <Field name="colour" label={t('colour')} error={command.errorOf('colour')}>
        <Select name="colour" defaultValue={team?.colour ?? 'blue'}>
          {allColours.map((colour) => (
            <option key={colour} value={colour}>
              {colours(colour)}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset id="field-partyIds" tabIndex={-1}>
        <legend className="mb-1 font-semibold">{t('teamParties')}</legend>
        {command.errorOf('partyIds') ? <p className="text-bad">{command.errorOf('partyIds')}</p> : null}
        <div className="grid max-h-60 gap-y-1 overflow-y-auto border-y border-line py-2 sm:grid-cols-2">
          {planning.parties.map((party) => (
            <Checkbox
              key={party.id}
              name="party"
              value={party.id}
              defaultChecked={team?.partyIds.includes(party.id) ?? false}
            >
              {party.name}
            </Checkbox>
          ))}
        </div>
      </fieldset>
    </CommandForm>
  );
}
