'use client';

import { eventKinds } from '@concord/api/features/exercises/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { clockOf, dayOf, instantAt } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';
import { PlanDialog } from './plan-dialog.tsx';
import type { Exercise } from './types.ts';

type Event = Exercise['events'][number];
type DialogProps = { exerciseId: string; event: Event | null; zone: string };

/** Sets a conference, or changes one. */
export function EventDialog({ exerciseId, event, zone }: DialogProps) {
  const t = useTranslations('exercise.plan');
  const words = event
    ? { action: t('change'), about: event.title, title: t('changeEvent') }
    : { action: t('addEvent'), title: t('addEvent') };
  return (
    <PlanDialog {...words}>
      {(close) => <EventForm exerciseId={exerciseId} event={event} zone={zone} onDone={close} />}
    </PlanDialog>
  );
}

/** Takes a conference off the plan. */
export function RemoveEvent({ event }: { event: Event }) {
  const t = useTranslations('exercise.plan');
  const router = useRouter();
  const command = useCommand(api.exercises.removeEvent.mutate);
  return (
    <Button
      size="small"
      disabled={command.pending}
      onClick={async () => {
        if (await command.run({ eventId: event.id })) router.refresh();
      }}
    >
      {t('remove')}
      <span className="sr-only">: {event.title}</span>
    </Button>
  );
}

/** What a conference's hours are until somebody says otherwise. */
const times = { startsAt: '09:00', endsAt: '17:00' };

type FormProps = { exerciseId: string; event: Event | null; zone: string; onDone: () => void };

function EventForm({ exerciseId, event, zone, onDone }: FormProps) {
  const t = useTranslations('exercise.plan');
  const kinds = useTranslations('exercise.eventKinds');
  const router = useRouter();
  const command = useCommand(api.exercises.saveEvent.mutate);
  const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
  const edge = (form: FormData, name: string) =>
    text(form, name)
      ? instantAt(text(form, name), text(form, `${name}Time`).slice(0, 5) || '00:00', zone)
      : '';
  return (
    <CommandForm
      command={command}
      submit={t('saveEvent')}
      input={(form) => ({
        ...{ exerciseId, eventId: event?.id ?? null, timeZone: zone },
        kind: text(form, 'kind') as Event['kind'],
        audience: text(form, 'audience') as Event['audience'],
        ...{ title: text(form, 'title'), place: text(form, 'place'), link: text(form, 'link') },
        ...{ startsAt: edge(form, 'startsAt'), endsAt: edge(form, 'endsAt') },
      })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
    >
      <Field name="title" label={t('eventTitle')} error={command.errorOf('title')}>
        <TextField name="title" defaultValue={event?.title ?? ''} maxLength={200} autoComplete="off" />
      </Field>
      <div className="grid gap-5 md:grid-cols-2">
        <Field name="kind" label={t('eventKind')} error={command.errorOf('kind')}>
          <Select name="kind" defaultValue={event?.kind ?? 'mainConference'}>
            {eventKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kinds(kind)}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="audience" label={t('audience')} error={command.errorOf('audience')}>
          <Select name="audience" defaultValue={event?.audience ?? 'staff'}>
            {(['staff', 'holders', 'all'] as const).map((audience) => (
              <option key={audience} value={audience}>
                {t(`audiences.${audience}`)}
              </option>
            ))}
          </Select>
        </Field>
        {(['startsAt', 'endsAt'] as const).map((name) => (
          <div key={name} className="grid grid-cols-[minmax(0,1fr)_7rem] gap-3">
            <Field name={name} label={t(name)} error={command.errorOf(name)}>
              <TextField type="date" name={name} defaultValue={event ? dayOf(event[name], zone) : ''} />
            </Field>
            <Field name={`${name}Time`} label={t(`${name}Time`)}>
              <TextField
                type="time"
                name={`${name}Time`}
                defaultValue={event ? clockOf(event[name], zone) : times[name]}
              />
            </Field>
          </div>
        ))}
        {(['place', 'link'] as const).map((name) => (
          <Field key={name} name={name} label={t(name)} error={command.errorOf(name)} optional>
            <TextField name={name} defaultValue={event?.[name] ?? ''} maxLength={500} />
          </Field>
        ))}
      </div>
    </CommandForm>
  );
}
