'use client';

import { readExerciseTime } from '@concord/api/features/injects/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { api } from '#trpc/client.ts';
import type { Board } from './types.ts';

const words = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** What control can do with the clock from where it is, and an inject nobody had planned. */
export function ClockActs({ board }: { board: Board }) {
  const t = useTranslations('running.acts');
  const router = useRouter();
  const [ending, setEnding] = useState(false);
  const command = useCommand(api.running.turn.mutate);
  const { turns, state } = board.clock;
  async function turn(to: 'start' | 'pause' | 'resume' | 'end') {
    setEnding(false);
    if (await command.run({ exerciseId: board.exercise.id, turn: to })) router.refresh();
  }
  return (
    <div className="mb-6">
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      <div className="flex flex-wrap gap-2">
        {(['start', 'pause', 'resume'] as const)
          .filter((one) => turns.includes(one))
          .map((one) => (
            <Button key={one} look="primary" disabled={command.pending} onClick={() => void turn(one)}>
              {t(one)}
            </Button>
          ))}
        {turns.includes('jump') ? <Jump exerciseId={board.exercise.id} /> : null}
        {state === 'waiting' ? null : <AdHoc board={board} />}
        {turns.includes('end') ? <Button onClick={() => setEnding(true)}>{t('end')}</Button> : null}
      </div>
      <ConfirmDialog
        open={ending}
        title={t('endTitle')}
        confirm={t('end')}
        danger
        pending={command.pending}
        onConfirm={() => void turn('end')}
        onClose={() => setEnding(false)}
      >
        {t('endFollows')}
      </ConfirmDialog>
    </div>
  );
}

function Jump({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('running.acts');
  const router = useRouter();
  const command = useCommand(api.running.jump.mutate);
  return (
    <PlanDialog action={t('jump')} title={t('jump')} size="normal">
      {(close) => (
        <CommandForm
          command={command}
          submit={t('jump')}
          input={(form) => ({
            exerciseId,
            minute: readExerciseTime(words(form, 'minute')) ?? Number.MAX_SAFE_INTEGER,
          })}
          onDone={() => {
            close();
            router.refresh();
          }}
        >
          <Field
            name="minute"
            label={t('jumpTo')}
            description={t('jumpNote')}
            error={command.errorOf('minute')}
          >
            <TextField name="minute" maxLength={12} autoComplete="off" />
          </Field>
        </CommandForm>
      )}
    </PlanDialog>
  );
}

/** Gives one team more time, with what that does to it. */
export function Extend({ exerciseId, team }: { exerciseId: string; team: Board['teams'][number] }) {
  const t = useTranslations('running.acts');
  const router = useRouter();
  const command = useCommand(api.running.extend.mutate);
  return (
    <PlanDialog action={t('extend')} about={team.name} title={t('extendTitle', { team: team.name })}>
      {(close) => (
        <CommandForm
          command={command}
          submit={t('extend')}
          input={(form) => ({ exerciseId, teamId: team.id, minutes: Number(words(form, 'minutes')) })}
          onDone={() => {
            close();
            router.refresh();
          }}
        >
          <Field
            name="minutes"
            label={t('minutes')}
            description={t('extendNote')}
            error={command.errorOf('minutes')}
          >
            <TextField
              name="minutes"
              inputMode="numeric"
              maxLength={4}
              defaultValue="10"
              autoComplete="off"
            />
          </Field>
        </CommandForm>
      )}
    </PlanDialog>
  );
}

function AdHoc({ board }: { board: Board }) {
  const t = useTranslations('running.adHoc');
  const router = useRouter();
  const command = useCommand(api.running.sendAdHoc.mutate);
  return (
    <PlanDialog action={t('open')} title={t('open')} size="normal">
      {(close) => (
        <CommandForm
          command={command}
          submit={t('submit')}
          input={(form) => ({
            ...{ exerciseId: board.exercise.id, teamIds: form.getAll('team').map(String) },
            ...{ title: words(form, 'title'), text: words(form, 'text') },
            ...{ from: words(form, 'from'), means: words(form, 'means') },
          })}
          onDone={() => {
            close();
            router.refresh();
          }}
        >
          <Field name="title" label={t('title')} error={command.errorOf('title')}>
            <TextField name="title" maxLength={200} autoComplete="off" />
          </Field>
          <Field name="text" label={t('text')} error={command.errorOf('text')} optional>
            <TextArea name="text" rows={4} maxLength={8000} aria-required={false} />
          </Field>
          <div className="grid gap-5 md:grid-cols-2">
            {(['from', 'means'] as const).map((name) => (
              <Field key={name} name={name} label={t(name)} error={command.errorOf(name)} optional>
                <TextField name={name} maxLength={100} aria-required={false} autoComplete="off" />
              </Field>
            ))}
          </div>
          <fieldset id="field-teamIds" tabIndex={-1}>
            <legend className="mb-1 font-semibold">{t('teams')}</legend>
            {command.errorOf('teamIds') ? <p className="text-bad">{command.errorOf('teamIds')}</p> : null}
            {board.teams.map((team) => (
              <Checkbox key={team.id} name="team" value={team.id} defaultChecked>
                {team.name}
              </Checkbox>
            ))}
          </fieldset>
        </CommandForm>
      )}
    </PlanDialog>
  );
}
