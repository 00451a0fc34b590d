'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { dayEdge } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';

/** Enrols every member with the cohort's deadline; pressed again, it takes in who came since. */
export function EnrolCohort({ cohortId }: { cohortId: string }) {
  const t = useTranslations('cohorts');
  const router = useRouter();
  const command = useCommand(api.cohorts.enrol.mutate);
  async function enrol() {
    const done = await command.run({ cohortId });
    if (!done) return;
    toast(t('enrolled', { count: done.enrolled }));
    router.refresh();
  }
  return (
    <div>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      <Button look="primary" disabled={command.pending} onClick={enrol}>
        {t('enrol')}
      </Button>
    </div>
  );
}

/** Gives everybody who has not finished a later deadline. */
export function ExtendDeadline(props: { cohortId: string; revision: number; due: string; zone: string }) {
  const { cohortId, revision, due, zone } = props;
  const t = useTranslations('cohorts.extend');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.cohorts.extend.mutate);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')}>
        <CommandForm
          command={command}
          submit={t('submit')}
          input={(form) => ({
            cohortId,
            revision,
            dueAt: dayEdge(String(form.get('due') || '2000-01-01'), zone, 'end'),
          })}
          onDone={() => {
            setOpen(false);
            router.refresh();
          }}
        >
          <Field name="dueAt" label={t('due')} description={t('hint')} error={command.errorOf('dueAt')}>
            <TextField type="date" name="due" defaultValue={due} />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}

/** Takes somebody out of the cohort. */
export function RemoveMember(props: { cohortId: string; personId: string; name: string }) {
  const { cohortId, personId, name } = props;
  const t = useTranslations('cohorts');
  const router = useRouter();
  const command = useCommand(api.cohorts.removeMember.mutate);
  async function remove() {
    if (!(await command.run({ cohortId, personId }))) return;
    toast(t('removed', { name }));
    router.refresh();
  }
  return (
    <Button look="quiet" size="small" disabled={command.pending} onClick={remove}>
      {command.message ?? t('remove')}
      <span className="sr-only">: {name}</span>
    </Button>
  );
}
