'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { api } from '#trpc/client.ts';
import type { Action, LessonPage } from './types.ts';

const words = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
type ErrorOf = (path: string) => string | null;

function Reason({ errorOf, evidence }: { errorOf: ErrorOf; evidence: 'asked' | 'optional' | 'none' }) {
  const t = useTranslations('lessons.acts');
  return (
    <>
      <Field name="reason" label={t('reason')} error={errorOf('reason')}>
        <TextArea name="reason" rows={3} maxLength={2000} />
      </Field>
      {evidence === 'none' ? null : (
        <Field
          name="evidence"
          label={t('evidence')}
          description={t('evidenceNote')}
          error={errorOf('evidence')}
          optional={evidence === 'optional'}
        >
          <TextField name="evidence" maxLength={500} aria-required={evidence === 'asked'} />
        </Field>
      )}
    </>
  );
}

type StepKind = 'setAside' | 'reopened' | 'learned';
export type LessonStep = Extract<LessonPage['can']['steps'][number], StepKind>;

/** A word over a lesson, with the reason. */
export function StepLesson({ lessonId, kind }: { lessonId: string; kind: StepKind }) {
  const t = useTranslations('lessons.acts');
  const router = useRouter();
  const command = useCommand(api.lessons.step.mutate);
  return (
    <PlanDialog action={t(kind)} title={t(kind)} size="normal">
      {(close) => (
        <CommandForm
          command={command}
          submit={t(kind)}
          input={(form) => ({
            ...{ lessonId, kind, reason: words(form, 'reason'), evidence: words(form, 'evidence') },
          })}
          onDone={() => {
            close();
            router.refresh();
          }}
        >
          <p className="max-w-measure text-ink-2">{t(`${kind}Note`)}</p>
          <Reason errorOf={command.errorOf} evidence={kind === 'learned' ? 'asked' : 'none'} />
        </CommandForm>
      )}
    </PlanDialog>
  );
}

type Given = { personId?: string; dueOn?: string };

function Whose({ owners, of, errorOf }: { owners: LessonPage['owners']; of: Given; errorOf: ErrorOf }) {
  const t = useTranslations('lessons.acts');
  return (
    <>
      <Field name="personId" label={t('owner')} error={errorOf('personId')}>
        <Select name="personId" defaultValue={of.personId ?? owners[0]?.id}>
          {owners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="dueOn" label={t('dueOn')} description={t('dueNote')} error={errorOf('dueOn')}>
        <TextField type="date" name="dueOn" defaultValue={of.dueOn} className="max-w-48" />
      </Field>
    </>
  );
}

/** Gives somebody something to do about a lesson. */
export function GiveAction({ lessonId, owners }: { lessonId: string; owners: LessonPage['owners'] }) {
  const t = useTranslations('lessons.acts');
  const router = useRouter();
  const command = useCommand(api.lessons.giveAction.mutate);
  return (
    <PlanDialog action={t('give')} title={t('give')}>
      {(close) => (
        <CommandForm
          command={command}
          submit={t('giveSubmit')}
          input={(form) => ({
            ...{ lessonId, what: words(form, 'what') },
            ...{ personId: words(form, 'personId'), dueOn: words(form, 'dueOn') },
          })}
          onDone={() => {
            close();
            router.refresh();
          }}
        >
          <Field name="what" label={t('what')} error={command.errorOf('what')}>
            <TextArea name="what" rows={3} maxLength={2000} />
          </Field>
          <Whose owners={owners} of={{}} errorOf={command.errorOf} />
        </CommandForm>
      )}
    </PlanDialog>
  );
}

/** Gives an action to somebody else, or moves its day. */
export function ChangeAction({ action, owners }: { action: Action; owners: LessonPage['owners'] }) {
  const t = useTranslations('lessons.acts');
  const router = useRouter();
  const command = useCommand(api.lessons.changeAction.mutate);
  return (
    <PlanDialog action={t('changed')} about={action.what} title={t('changed')}>
      {(close) => (
        <CommandForm
          command={command}
          submit={t('save')}
          input={(form) => ({
            ...{ actionId: action.id, reason: words(form, 'reason') },
            ...{ personId: words(form, 'personId'), dueOn: words(form, 'dueOn') },
          })}
          onDone={() => {
            close();
            router.refresh();
          }}
        >
          <Whose owners={owners} of={action} errorOf={command.errorOf} />
          <Reason errorOf={command.errorOf} evidence="none" />
        </CommandForm>
      )}
    </PlanDialog>
  );
}

/** Says that an action is done, is not after all, or need not be. */
export function StepAction({ action, kind }: { action: Action; kind: 'done' | 'undone' | 'dropped' }) {
  const t = useTranslations('lessons.acts');
  const router = useRouter();
  const command = useCommand(api.lessons.stepAction.mutate);
  return (
    <PlanDialog action={t(kind)} about={action.what} title={t(kind)}>
      {(close) => (
        <CommandForm
          command={command}
          submit={t(kind)}
          input={(form) => ({
            ...{
              actionId: action.id,
              kind,
              reason: words(form, 'reason'),
              evidence: words(form, 'evidence'),
            },
          })}
          onDone={() => {
            close();
            router.refresh();
          }}
        >
          <p className="max-w-measure wrap-anywhere">{action.what}</p>
          <Reason errorOf={command.errorOf} evidence={kind === 'done' ? 'optional' : 'none'} />
        </CommandForm>
      )}
    </PlanDialog>
  );
}
