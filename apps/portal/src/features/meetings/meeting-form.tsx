'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { type Command, useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { MarkingPicker } from '#features/consult/marking-picker.tsx';
import type { MarkingChoices, MarkingInput } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import { instantOf, localOf } from '#i18n/local-time.ts';
import { api } from '#trpc/client.ts';

type Facts = { title: string; startsAt: string; endsAt: string; place: string; link: string };

type PlanProps = { body: { code: string } & MarkingChoices; zone: string };

/** Plans a meeting: a draft until it is published. */
export function PlanMeeting({ body, zone }: PlanProps) {
  const t = useTranslations('meetings.form');
  const m = useTranslations('markings');
  const router = useRouter();
  const command = useCommand(api.meetings.plan.mutate);
  const [marking, setMarking] = useState<MarkingInput>({
    level: body.levels.at(-1)?.rank ?? 0,
    releasableTo: ['ALLIES'],
  });
  return (
    <MeetingForm
      command={command}
      zone={zone}
      submit={t('plan')}
      input={(facts) => ({ bodyCode: body.code, ...facts, marking })}
      onDone={({ meetingId }) => router.push(paths.meeting(meetingId))}
    >
      <MarkingPicker
        choices={body}
        value={marking}
        onChange={setMarking}
        whole={{ label: m('allies'), releasableTo: ['ALLIES'] }}
      />
    </MeetingForm>
  );
}

type ChangeProps = { meeting: Facts & { id: string; body: { zone: string } }; onDone: () => void };

/** Changes what a meeting is called, when and where it is. */
export function ChangeMeeting({ meeting, onDone }: ChangeProps) {
  const t = useTranslations('meetings.form');
  const router = useRouter();
  const command = useCommand(api.meetings.change.mutate);
  return (
    <MeetingForm
      command={command}
      zone={meeting.body.zone}
      known={meeting}
      submit={t('save')}
      input={(facts) => ({ meetingId: meeting.id, ...facts })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
    />
  );
}

type FormProps<Input, Output> = {
  command: Command<Input, Output>;
  zone: string;
  known?: Facts;
  submit: string;
  input: (facts: Facts) => Input;
  onDone: (output: Output) => void;
  children?: ReactNode;
};

function MeetingForm<Input, Output>(props: FormProps<Input, Output>) {
  const { command, zone, known, submit, input, onDone, children } = props;
  const t = useTranslations('meetings.form');
  const said = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
  return (
    <CommandForm
      command={command}
      submit={submit}
      input={(form) =>
        input({
          title: said(form, 'title'),
          startsAt: instantOf(said(form, 'startsAt'), zone) ?? '',
          endsAt: instantOf(said(form, 'endsAt'), zone) ?? '',
          place: said(form, 'place'),
          link: said(form, 'link'),
        })
      }
      onDone={onDone}
    >
      <Field name="title" label={t('title')} description={t('titleHelp')} error={command.errorOf('title')}>
        <TextField name="title" defaultValue={known?.title} maxLength={200} autoComplete="off" />
      </Field>
      <div className="grid gap-5 md:grid-cols-2">
        {(['startsAt', 'endsAt'] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={t(name)}
            description={t('zone', { zone })}
            error={command.errorOf(name)}
          >
            <TextField
              type="datetime-local"
              name={name}
              defaultValue={localOf(known?.[name] ?? null, zone)}
            />
          </Field>
        ))}
        {(['place', 'link'] as const).map((name) => (
          <Field key={name} name={name} label={t(name)} error={command.errorOf(name)} optional>
            <TextField
              name={name}
              defaultValue={known?.[name]}
              maxLength={name === 'link' ? 500 : 200}
              autoComplete="off"
            />
          </Field>
        ))}
      </div>
      {children}
    </CommandForm>
  );
}
