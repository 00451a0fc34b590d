'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import { DateFields, datesIn } from './date-fields.tsx';
import { ForWhom, forWhom } from './for-whom.tsx';
import type { Planned, PlannedDate } from './types.ts';

type Zones = { headquarters: string; person: string };
type PlanProps = { activity: Planned['activities'][number]; planned: Planned; zones: Zones };

/** Plans a date of a session. */
export function PlanDate({ activity, planned, zones }: PlanProps) {
  const t = useTranslations('liveSessions.plan');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.liveSessions.plan.mutate);
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('open')}
        <span className="sr-only">: {activity.title}</span>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title', { title: activity.title })}>
        <CommandForm
          command={command}
          submit={t('submit')}
          input={(form) => ({
            ...{ courseId: planned.course.id, sessionKey: activity.key, cohortId: forWhom(form, planned) },
            ...datesIn(form),
          })}
          onDone={() => {
            setOpen(false);
            toast(t('done'));
            router.refresh();
          }}
        >
          <ForWhom planned={planned} />
          <DateFields
            date={null}
            minutes={activity.minutes}
            hosts={planned.hosts}
            zones={zones}
            errorOf={command.errorOf}
          />
        </CommandForm>
      </Dialog>
    </>
  );
}

type ChangeProps = { date: PlannedDate; planned: Planned; zones: Zones; said: string };

/** Moves a date, or changes where it is, with the reason people are told. */
export function ChangeDate({ date, planned, zones, said }: ChangeProps) {
  const t = useTranslations('liveSessions.change');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.liveSessions.change.mutate);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('open')}
        <span className="sr-only">: {said}</span>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')}>
        <CommandForm
          command={command}
          submit={t('submit')}
          input={(form) => ({
            ...{ liveSessionId: date.id, revision: date.revision },
            ...datesIn(form),
            reason: String(form.get('reason') ?? ''),
          })}
          onDone={() => {
            setOpen(false);
            toast(t('done'));
            router.refresh();
          }}
        >
          <DateFields date={date} minutes={0} hosts={planned.hosts} zones={zones} errorOf={command.errorOf} />
          <Field
            name="reason"
            label={t('reason')}
            description={t('reasonHint')}
            error={command.errorOf('reason')}
          >
            <TextArea name="reason" rows={2} maxLength={500} />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}
