'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { api } from '#trpc/client.ts';

type Of = { exerciseId: string; inject: { id: string; number: number; title: string } };
const words = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** Says for the team that it has read an inject. */
export function Acknowledge({ exerciseId, inject }: Of) {
  const t = useTranslations('running.inbox');
  const router = useRouter();
  const command = useCommand(api.running.acknowledge.mutate);
  return (
    <>
      <Button
        size="small"
        disabled={command.pending}
        onClick={async () => {
          if (await command.run({ exerciseId, injectId: inject.id })) router.refresh();
        }}
      >
        {t('acknowledge')}
        <span className="sr-only">: {inject.title}</span>
      </Button>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
    </>
  );
}

/** Answers an inject. */
export function Answer({ exerciseId, inject }: Of) {
  const t = useTranslations('running.inbox');
  const router = useRouter();
  const command = useCommand(api.running.answer.mutate);
  return (
    <PlanDialog action={t('answer')} about={inject.title} title={t('answerTo', { title: inject.title })}>
      {(close) => (
        <CommandForm
          command={command}
          submit={t('send')}
          input={(form) => ({ exerciseId, injectId: inject.id, text: words(form, 'text') })}
          onDone={() => {
            close();
            router.refresh();
          }}
        >
          <Field name="text" label={t('yourAnswer')} error={command.errorOf('text')}>
            <TextArea name="text" rows={6} maxLength={8000} />
          </Field>
        </CommandForm>
      )}
    </PlanDialog>
  );
}

/** A situation report: what happened, what was done, what is needed. */
export function Report({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('running.inbox');
  const router = useRouter();
  const command = useCommand(api.running.report.mutate);
  return (
    <PlanDialog action={t('report')} title={t('report')} size="normal">
      {(close) => (
        <CommandForm
          command={command}
          submit={t('sendReport')}
          input={(form) => ({
            ...{ exerciseId, text: words(form, 'text') },
            ...{ done: words(form, 'done'), needs: words(form, 'needs') },
          })}
          onDone={() => {
            close();
            router.refresh();
          }}
        >
          {(['text', 'done', 'needs'] as const).map((name) => (
            <Field
              key={name}
              name={name}
              label={t(`parts.${name}`)}
              error={command.errorOf(name)}
              optional={name !== 'text'}
            >
              <TextArea name={name} rows={3} maxLength={8000} aria-required={name === 'text'} />
            </Field>
          ))}
        </CommandForm>
      )}
    </PlanDialog>
  );
}

/** Asks control something that is not part of the play. */
export function AskControl({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('running.inbox');
  const command = useCommand(api.running.ask.mutate);
  return (
    <Letter
      action={t('ask')}
      size="normal"
      label={t('question')}
      command={command}
      input={(text) => ({ exerciseId, text })}
    />
  );
}

/** Control writes to a team. */
export function ReplyTo({ exerciseId, team }: { exerciseId: string; team: { id: string; name: string } }) {
  const t = useTranslations('running.inbox');
  const command = useCommand(api.running.reply.mutate);
  return (
    <Letter
      action={t('replyTo', { team: team.name })}
      label={t('reply')}
      command={command}
      input={(text) => ({ exerciseId, teamId: team.id, text })}
    />
  );
}

type LetterProps<Input, Output> = {
  action: string;
  label: string;
  command: Parameters<typeof CommandForm<Input, Output>>[0]['command'];
  input: (text: string) => Input;
  size?: 'normal' | 'small';
};

function Letter<Input, Output>({ action, label, command, input, size }: LetterProps<Input, Output>) {
  const t = useTranslations('running.inbox');
  const router = useRouter();
  return (
    <PlanDialog action={action} title={action} size={size}>
      {(close) => (
        <CommandForm
          command={command}
          submit={t('send')}
          input={(form) => input(words(form, 'text'))}
          onDone={() => {
            close();
            router.refresh();
          }}
        >
          <Field name="text" label={label} error={command.errorOf('text')}>
            <TextArea name="text" rows={5} maxLength={8000} />
          </Field>
        </CommandForm>
      )}
    </PlanDialog>
  );
}
