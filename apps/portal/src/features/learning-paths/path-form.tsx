'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TemplateField } from '#features/credential-templates/template-field.tsx';
import { paths as addresses } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { StepFields } from './step-fields.tsx';
import type { PathForm as Form, PathChoices, PathInput } from './types.ts';

/** Makes a path of courses. */
export function MakePath({ choices }: { choices: PathChoices }) {
  const t = useTranslations('learningPaths');
  const router = useRouter();
  const command = useCommand(api.paths.make.mutate);
  return (
    <CommandForm
      command={command}
      submit={t('make')}
      input={(form) => ({ slug: String(form.get('slug') ?? '').trim(), ...fieldsOf(form) })}
      onDone={({ slug }) => router.push(addresses.learningPath(slug))}
    >
      <Fields choices={choices} errorOf={command.errorOf} />
      <Field
        name="slug"
        label={t('fields.slug')}
        description={t('fields.slugHint')}
        error={command.errorOf('slug')}
      >
        <TextField name="slug" autoComplete="off" spellCheck={false} />
      </Field>
    </CommandForm>
  );
}

/** Changes one. */
export function ChangePath({ choices, path }: { choices: PathChoices; path: Form }) {
  const t = useTranslations('learningPaths');
  const router = useRouter();
  const command = useCommand(api.paths.change.mutate);
  return (
    <CommandForm
      command={command}
      submit={t('save')}
      input={(form) => ({ pathId: path.id, revision: path.revision, ...fieldsOf(form) })}
      onDone={({ slug }) => router.push(addresses.learningPath(slug))}
    >
      <Fields choices={choices} errorOf={command.errorOf} path={path} />
    </CommandForm>
  );
}

type FieldsProps = { choices: PathChoices; errorOf: (path: string) => string | null; path?: Form };

function Fields({ choices, errorOf, path }: FieldsProps) {
  const t = useTranslations('learningPaths.fields');
  return (
    <>
      <Field name="titleEn" label={t('titleEn')} error={errorOf('titleEn')}>
        <TextField name="titleEn" defaultValue={path?.titles.en} autoComplete="off" />
      </Field>
      <Field name="titleFr" label={t('titleFr')} error={errorOf('titleFr')}>
        <TextField name="titleFr" defaultValue={path?.titles.fr} autoComplete="off" />
      </Field>
      <Field name="summaryEn" label={t('summaryEn')} error={errorOf('summaryEn')} optional>
        <TextArea name="summaryEn" rows={3} defaultValue={path?.summaries.en} />
      </Field>
      <Field name="summaryFr" label={t('summaryFr')} error={errorOf('summaryFr')} optional>
        <TextArea name="summaryFr" rows={3} defaultValue={path?.summaries.fr} />
      </Field>
      <StepFields choices={choices} steps={path?.steps ?? []} error={errorOf('steps')} />
      <div>
        <Checkbox name="inOrder" defaultChecked={path?.inOrder}>
          {t('inOrder')}
        </Checkbox>
        <Checkbox name="awards" defaultChecked={path?.awards}>
          {t('awards')}
        </Checkbox>
      </div>
      <Field
        name="validityMonths"
        label={t('validityMonths')}
        description={t('validityHint')}
        error={errorOf('validityMonths')}
        optional
      >
        <TextField name="validityMonths" inputMode="numeric" defaultValue={path?.validityMonths ?? ''} />
      </Field>
      <TemplateField
        templates={choices.templates}
        value={path?.templateId ?? null}
        label={t('template')}
        description={t('templateHint')}
        error={errorOf('templateId')}
      />
    </>
  );
}

function fieldsOf(form: FormData): Omit<PathInput, 'slug'> {
  const text = (name: string) => String(form.get(name) ?? '');
  const optional = new Set(form.getAll('optional').map(String));
  return {
    titleEn: text('titleEn'),
    titleFr: text('titleFr'),
    summaryEn: text('summaryEn'),
    summaryFr: text('summaryFr'),
    inOrder: form.get('inOrder') !== null,
    awards: form.get('awards') !== null,
    validityMonths: text('validityMonths').trim() === '' ? null : Number(text('validityMonths')),
    templateId: text('templateId') || null,
    steps: form
      .getAll('course')
      .map(String)
      .filter(Boolean)
      .map((courseId) => ({ courseId, required: !optional.has(courseId) })),
  };
}
