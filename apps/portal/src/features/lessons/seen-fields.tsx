'use client';

import { kinds } from '@concord/api/features/lessons/rules';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Observation, Observations } from './types.ts';

type Values = Pick<Observation, 'kind' | 'what' | 'evidence' | 'teamId' | 'objectiveId' | 'injectId'>;

/** What the fields of an observation say, as the API takes it. */
export function seenInput(form: FormData): Values {
  const id = (name: string) => String(form.get(name) ?? '') || null;
  return {
    kind: kinds.find((kind) => kind === form.get('kind')) ?? 'improve',
    what: String(form.get('what') ?? '').trim(),
    evidence: String(form.get('evidence') ?? '').trim(),
    ...{ teamId: id('teamId'), objectiveId: id('objectiveId'), injectId: id('injectId') },
  };
}

type Props = {
  names: Observations['names'];
  values: Values;
  errorOf: (path: string) => string | null;
  children?: ReactNode;
};

/** The fields of an observation; what is not always needed is folded away. */
export function SeenFields({ names, values, errorOf, children }: Props) {
  const t = useTranslations('lessons.observe');
  const folded = ['evidence', 'teamId', 'objectiveId', 'injectId', 'marking'];
  const any = folded.some((path) => errorOf(path)) || Boolean(values.objectiveId ?? values.injectId);
  return (
    <>
      <RadioGroup
        name="kind"
        legend={t('kind')}
        look="boxes"
        defaultValue={values.kind}
        options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <Field name="what" label={t('what')} description={t('whatNote')} error={errorOf('what')}>
        <TextArea name="what" rows={4} maxLength={4000} defaultValue={values.what} />
      </Field>
      <details open={any || undefined} className="max-w-form">
        <summary className="cursor-pointer py-1 text-accent">{t('more')}</summary>
        <div className="mt-3 flex flex-col gap-5">
          <Choice
            name="teamId"
            all={names.teams.map(({ id, name }) => ({ id, label: name }))}
            of={values}
            error={errorOf('teamId')}
          />
          <Choice
            name="objectiveId"
            all={names.objectives.map(({ id, title }) => ({ id, label: title }))}
            of={values}
            error={errorOf('objectiveId')}
          />
          <Choice
            name="injectId"
            all={names.injects.map(({ id, number }) => ({ id, label: `#${number}` }))}
            of={values}
            error={errorOf('injectId')}
          />
          <Field
            name="evidence"
            label={t('evidence')}
            description={t('evidenceNote')}
            error={errorOf('evidence')}
            optional
          >
            <TextField name="evidence" maxLength={500} defaultValue={values.evidence} aria-required={false} />
          </Field>
          {children}
        </div>
      </details>
    </>
  );
}

type ChoiceProps = {
  name: 'teamId' | 'objectiveId' | 'injectId';
  all: readonly { id: string; label: string }[];
  of: Values;
  error: string | null;
};

function Choice({ name, all, of, error }: ChoiceProps) {
  const t = useTranslations('lessons.observe');
  if (all.length === 0) return null;
  return (
    <Field name={name} label={t(name)} error={error} optional>
      <Select name={name} defaultValue={of[name] ?? ''} aria-required={false}>
        <option value="">{t('none')}</option>
        {all.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
