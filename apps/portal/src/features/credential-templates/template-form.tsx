'use client';

import type { TemplateBody } from '@concord/api/features/credential-templates/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { bodyOf, FRESH, inputOf } from './form-input.ts';
import { LookFields } from './look-fields.tsx';
import { Sheet } from './sheet.tsx';
import type { Template, TemplateInput } from './types.ts';
import { BothFields, WordFields } from './word-fields.tsx';

type Values = Pick<Template, 'name' | 'validityMonths' | 'body'>;

/** Makes a template. */
export function MakeTemplate({ today }: { today: string }) {
  const t = useTranslations('credentialTemplates');
  const router = useRouter();
  const command = useCommand(api.credentialTemplates.make.mutate);
  return (
    <Composer values={FRESH} today={today}>
      <CommandForm
        command={command}
        submit={t('make')}
        input={inputOf}
        onDone={({ templateId }) => router.push(paths.credentialTemplate(templateId))}
      >
        <Fields values={FRESH} errorOf={command.errorOf} />
      </CommandForm>
    </Composer>
  );
}

/** Writes a template's next version. */
export function ChangeTemplate({ template, today }: { template: Template; today: string }) {
  const t = useTranslations('credentialTemplates');
  const router = useRouter();
  const command = useCommand(api.credentialTemplates.change.mutate);
  const { id: templateId, revision } = template;
  return (
    <Composer values={template} today={today}>
      <CommandForm
        command={command}
        submit={t('save', { number: revision + 1 })}
        input={(form): TemplateInput & { templateId: string; revision: number } => ({
          ...{ templateId, revision },
          ...inputOf(form),
        })}
        onDone={() => {
          toast(t('saved', { number: revision + 1 }));
          router.refresh();
        }}
      >
        <Fields values={template} errorOf={command.errorOf} />
      </CommandForm>
    </Composer>
  );
}

type ComposerProps = { values: Values; today: string; children: React.ReactNode };

/** The form, and beside it the page as it will be printed, following each key. */
function Composer({ values, today, children }: ComposerProps) {
  const [body, setBody] = useState<TemplateBody>(values.body);
  function follow({ target }: FormEvent) {
    const form = target instanceof HTMLElement ? target.closest('form') : null;
    if (form) setBody(bodyOf(new FormData(form)));
  }
  return (
    <div className="grid items-start gap-x-10 gap-y-6 xl:grid-cols-[minmax(0,30rem)_minmax(0,1fr)]">
      <div onInput={follow}>{children}</div>
      <div className="xl:sticky xl:top-10">
        <Sheet body={body} today={today} />
      </div>
    </div>
  );
}

function Fields({ values, errorOf }: { values: Values; errorOf: (path: string) => string | null }) {
  const t = useTranslations('credentialTemplates');
  const { name, validityMonths, body } = values;
  return (
    <>
      <Field name="name" label={t('fields.name')} description={t('fields.nameHint')} error={errorOf('name')}>
        <TextField name="name" defaultValue={name} autoComplete="off" />
      </Field>
      <WordFields body={body} errorOf={errorOf} />
      <fieldset>
        <legend className="mb-2 font-semibold">{t('fields.signatory')}</legend>
        <p className="mb-2 text-sm text-ink-2">{t('fields.signatoryHint')}</p>
        <Field
          name="body.signatory.name"
          label={t('fields.signatoryName')}
          error={errorOf('body.signatory.name')}
          className="mb-3"
          optional
        >
          <TextField name="body.signatory.name" defaultValue={body.signatory?.name} autoComplete="off" />
        </Field>
        <BothFields
          name="body.signatory.roles"
          label={t('fields.signatoryRole')}
          values={body.signatory?.roles}
          errorOf={errorOf}
          optional
        />
      </fieldset>
      <LookFields body={body} />
      <Field
        name="validityMonths"
        label={t('fields.validity')}
        description={t('fields.validityHint')}
        error={errorOf('validityMonths')}
        optional
      >
        <TextField name="validityMonths" inputMode="numeric" defaultValue={validityMonths ?? ''} />
      </Field>
    </>
  );
}
