'use client';

import { outcomes } from '@concord/api/features/lessons/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { Link } from '#components/ui/link.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import type { Action, Choices } from './types.ts';

type Kind = (typeof outcomes)[number];
type Into = Parameters<typeof api.lessons.become.mutate>[0]['into'];

const words = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

function intoOf(kind: Kind, form: FormData): Into {
  const title = words(form, 'title');
  switch (kind) {
    case 'unit':
      return { kind, courseId: words(form, 'courseId'), title };
    case 'inject':
      return { kind, exerciseId: words(form, 'exerciseId'), title };
    case 'requirement':
      return { kind, requirementId: words(form, 'requirementId') };
    case 'document':
      return { kind, what: words(form, 'what'), address: words(form, 'address') };
  }
}

/** Says what an action has become, and makes it. */
export function Become({ action }: { action: Action }) {
  const t = useTranslations('lessons.become');
  return (
    <PlanDialog action={t('open')} about={action.what} title={t('title')}>
      {(close) => <BecomeForm action={action} onDone={close} />}
    </PlanDialog>
  );
}

function BecomeForm({ action, onDone }: { action: Action; onDone: () => void }) {
  const t = useTranslations('lessons.become');
  const router = useRouter();
  const [choices, setChoices] = useState<Choices | null>(null);
  const [kind, setKind] = useState<Kind>('document');
  const command = useCommand(api.lessons.become.mutate);
  useEffect(() => {
    void api.lessons.choices.query({ actionId: action.id }).then(setChoices, () => setChoices(null));
  }, [action.id]);
  const offered = outcomes.filter((one) => one === 'document' || (choices && offers(one, choices)));
  const toMake = kind === 'requirement' && choices?.can.require === true;
  return (
    <CommandForm
      command={command}
      submit={t('submit')}
      input={(form) => ({ actionId: action.id, into: intoOf(kind, form) })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
    >
      <RadioGroup
        name="kind"
        legend={t('kind')}
        value={kind}
        onChange={setKind}
        options={offered.map((value) => ({
          value,
          label: t(`kinds.${value}`),
          description: t(`notes.${value}`),
        }))}
      />
      {toMake ? (
        <p>
          <Link href={paths.requirementOf(action.id)} className="text-accent underline">
            {t('newRequirement')}
          </Link>
        </p>
      ) : null}
      {kind === 'document' && choices && choices.bodies.length > 0 ? (
        <BodyLinks bodies={choices.bodies} actionId={action.id} />
      ) : null}
      <Details key={kind} kind={kind} choices={choices} action={action} errorOf={command.errorOf} />
    </CommandForm>
  );
}

/** The bodies before which the person can lay a new text instead of naming a document. */
function BodyLinks({ bodies, actionId }: { bodies: Choices['bodies']; actionId: string }) {
  const t = useTranslations('lessons.become');
  return (
    <div>
      <p>{t('newText')}</p>
      <ul>
        {bodies.map(({ id, code, name }) => (
          <li key={id}>
            <Link href={paths.newTextOf(code, actionId)} className="text-accent underline">
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-3">{t('orNamed')}</p>
    </div>
  );
}

/** Whether it can become that: there is something to choose, or one can be made. */
function offers(kind: Exclude<Kind, 'document'>, choices: Choices): boolean {
  return (kind === 'requirement' && choices.can.require) || listOf(kind, choices).length > 0;
}

function listOf(kind: Exclude<Kind, 'document'>, { courses, exercises, requirements }: Choices) {
  if (kind === 'unit') return courses.map(({ id, title }) => ({ id, label: title }));
  if (kind === 'requirement') return requirements.map(({ id, title }) => ({ id, label: title }));
  return exercises.map(({ id, code, name }) => ({ id, label: `${code}, ${name}` }));
}

const names = { unit: 'courseId', inject: 'exerciseId', requirement: 'requirementId' } as const;

type DetailsProps = {
  kind: Kind;
  choices: Choices | null;
  action: Action;
  errorOf: (path: string) => string | null;
};

function Details({ kind, choices, action, errorOf }: DetailsProps) {
  const t = useTranslations('lessons.become');
  if (kind === 'document')
    return (
      <>
        <Field name="into.what" label={t('what')} error={errorOf('into.what')}>
          <TextArea name="what" rows={3} maxLength={1000} />
        </Field>
        <Field
          name="into.address"
          label={t('address')}
          description={t('addressNote')}
          error={errorOf('into.address')}
          optional
        >
          <TextField name="address" maxLength={500} aria-required={false} />
        </Field>
      </>
    );
  const name = names[kind];
  return (
    <>
      <Field name={`into.${name}`} label={t(name)} error={errorOf(`into.${name}`)}>
        <Select name={name}>
          {choices
            ? listOf(kind, choices).map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))
            : null}
        </Select>
      </Field>
      {kind === 'requirement' ? null : (
        <Field
          name="into.title"
          label={t(kind === 'unit' ? 'unitTitle' : 'injectTitle')}
          error={errorOf('into.title')}
        >
          <TextField name="title" maxLength={200} defaultValue={action.what.split('\n')[0]?.slice(0, 200)} />
        </Field>
      )}
    </>
  );
}
