'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { TemplateField, WANTED } from '#features/credential-templates/template-field.tsx';
import { CategoryField, MarkingFields } from './fact-fields.tsx';
import type { Facts } from './facts.ts';
import type { About } from './types.ts';

type Props = { about: About; facts: Facts; errorOf: (path: string) => string | null };

/** The fields of a course's facts. They hold what is chosen themselves: `facts` is what they begin with. */
export function FactsFields({ about, facts, errorOf }: Props) {
  const t = useTranslations('authoring.about');
  return (
    <>
      <CategoryField categories={about.categories} value={facts.category} error={errorOf('category')} />
      <Field name="minutes" label={t('minutes')} error={errorOf('minutes')}>
        <TextField type="number" name="minutes" min={0} defaultValue={facts.minutes} />
      </Field>
      <Field name="validityMonths" label={t('validity')} description={t('validityHint')} optional>
        <TextField type="number" name="validityMonths" min={0} defaultValue={facts.validityMonths || ''} />
      </Field>
      <TemplateField
        templates={about.templates}
        value={facts.template === WANTED ? null : facts.template}
        wanted={about.facts.templateWanted}
        label={t('template')}
        description={t('templateHint')}
        error={errorOf('templateId')}
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
              defaultChecked={facts.prerequisites.includes(id)}
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
      <MarkingFields levels={about.levels} audience={facts.audience} level={facts.level} />
    </>
  );
}
