'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TemplateField, WANTED } from '#features/credential-templates/template-field.tsx';
import { api } from '#trpc/client.ts';
import { CategoryField, MarkingFields } from './fact-fields.tsx';
import { SavedLine } from './saved-line.tsx';
import type { About } from './types.ts';

/** The facts of a course: they are the course's, and apply as soon as they are kept. */
export function FactsForm({ courseId, about }: { courseId: string; about: About }) {
  const t = useTranslations('authoring.about');
  const router = useRouter();
  const command = useCommand(api.authoring.saveFacts.mutate);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const { facts, marking } = about;
  if (!about.can.facts) return <p className="max-w-measure text-ink-2">{t('factsDirector')}</p>;

  function input(form: FormData) {
    const number = (name: string) => Math.round(Number(form.get(name) ?? 0)) || 0;
    const audience = form.get('audience') === 'everyone' ? ('everyone' as const) : ('allies' as const);
    const level = number('level');
    const template = String(form.get('templateId') ?? '');
    const same = audience === marking.audience && level === marking.level;
    return {
      courseId,
      base: about.base,
      category: String(form.get('category')),
      minutes: number('minutes'),
      validityMonths: number('validityMonths') || null,
      templateId: template === WANTED ? null : template || null,
      keepsWanted: template === WANTED,
      openEnrolment: form.get('openEnrolment') === 'on',
      licence: String(form.get('licence') ?? ''),
      sequence: form.get('sequence') === 'inOrder' ? ('inOrder' as const) : ('free' as const),
      prerequisites: form.getAll('prerequisites').map(String),
      marking: same ? null : { audience, level },
    };
  }

  return (
    <section aria-labelledby="course-facts">
      <h2 id="course-facts" className="mb-1">
        {t('facts')}
      </h2>
      <p className="mb-4 text-sm text-ink-2">{t('factsHint')}</p>
      <CommandForm
        command={command}
        submit={t('saveFacts')}
        input={input}
        onDone={() => {
          setSavedAt(new Date().toISOString());
          router.refresh();
        }}
      >
        <CategoryField
          categories={about.categories}
          value={facts.category}
          error={command.errorOf('category')}
        />
        <Field name="minutes" label={t('minutes')} error={command.errorOf('minutes')}>
          <TextField type="number" name="minutes" min={0} defaultValue={facts.minutes} />
        </Field>
        <Field name="validityMonths" label={t('validity')} description={t('validityHint')} optional>
          <TextField type="number" name="validityMonths" min={0} defaultValue={facts.validityMonths ?? ''} />
        </Field>
        <TemplateField
          templates={about.templates}
          value={facts.templateId}
          wanted={facts.templateWanted}
          label={t('template')}
          description={t('templateHint')}
          error={command.errorOf('templateId')}
        />
        <Field name="sequence" label={t('sequence')}>
          <Select name="sequence" defaultValue={facts.sequence}>
            <option value="free">{t('free')}</option>
            <option value="inOrder">{t('inOrder')}</option>
          </Select>
        </Field>
        <fieldset>
          <legend className="mb-1 font-semibold">{t('prerequisites')}</legend>
          <div className="max-h-48 overflow-y-auto rounded-md border border-line px-3 py-1">
            {about.courses.map(({ id, title }) => (
              <Checkbox
                key={id}
                name="prerequisites"
                value={id}
                defaultChecked={about.prerequisites.includes(id)}
              >
                {title}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <Checkbox name="openEnrolment" defaultChecked={facts.openEnrolment}>
          {t('openEnrolment')}
        </Checkbox>
        <Field name="licence" label={t('licence')} optional>
          <TextField name="licence" maxLength={100} defaultValue={facts.licence} />
        </Field>
        <MarkingFields levels={about.levels} audience={marking.audience} level={marking.level} />
      </CommandForm>
      <SavedLine savedAt={savedAt} />
    </section>
  );
}
