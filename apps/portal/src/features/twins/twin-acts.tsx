'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';

/** Everything on the page belongs to the world it was made in, so it is loaded whole in the other one. */
function goTo(path: string): void {
  window.location.assign(path);
}

/** Gives the exercise its copy. */
export function MakeTwin({ exerciseId, code }: { exerciseId: string; code: string }) {
  const t = useTranslations('twins');
  const command = useCommand(api.twins.make.mutate);
  return (
    <>
      <Button
        look="primary"
        disabled={command.pending}
        onClick={async () => {
          if (await command.run({ exerciseId })) goTo(paths.exerciseTwin(code));
        }}
      >
        {t('make')}
      </Button>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
    </>
  );
}

/** Puts this browser into the copy. */
export function EnterTwin({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('twins');
  const command = useCommand(api.twins.enter.mutate);
  return (
    <>
      <Button
        look="primary"
        disabled={command.pending}
        onClick={async () => {
          const entered = await command.run({ exerciseId });
          if (entered) goTo(paths.body(entered.code));
        }}
      >
        {t('enter')}
      </Button>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
    </>
  );
}

/** Takes this browser out again. */
export function LeaveTwin({ code }: { code: string }) {
  const t = useTranslations('twins');
  const command = useCommand(api.twins.leave.mutate);
  return (
    <>
      <Button
        size="small"
        disabled={command.pending}
        onClick={async () => {
          if (await command.run({})) goTo(code ? paths.exerciseTwin(code) : '/');
        }}
      >
        {t('leave')}
      </Button>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
    </>
  );
}

/** Sets the copy back, with a reason. */
export function ResetTwin({ exerciseId, code }: { exerciseId: string; code: string }) {
  const t = useTranslations('twins');
  const command = useCommand(api.twins.reset.mutate);
  return (
    <PlanDialog action={t('reset')} title={t('resetTitle')} size="normal">
      {() => (
        <CommandForm
          command={command}
          submit={t('reset')}
          input={(form) => ({ exerciseId, reason: String(form.get('reason') ?? '').trim() })}
          onDone={() => goTo(paths.exerciseTwin(code))}
        >
          <p className="max-w-measure text-ink-2">{t('resetFollows')}</p>
          <Field name="reason" label={t('reason')} error={command.errorOf('reason')}>
            <TextArea name="reason" rows={3} maxLength={500} />
          </Field>
        </CommandForm>
      )}
    </PlanDialog>
  );
}
