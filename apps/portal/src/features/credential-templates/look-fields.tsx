'use client';

import { ACCENTS, MARKS, NAMED, type TemplateBody } from '@concord/api/features/credential-templates/rules';
import { useTranslations } from 'next-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';

/** Colour and mark, from a small palette; and what is named besides the title. */
export function LookFields({ body }: { body: TemplateBody }) {
  const t = useTranslations('credentialTemplates');
  return (
    <>
      <div className="grid gap-5 md:grid-cols-2">
        <RadioGroup
          name="accent"
          legend={t('fields.accent')}
          defaultValue={body.accent}
          options={ACCENTS.map((accent) => ({
            value: accent,
            label: (
              <span className="inline-flex items-center gap-2">
                <span aria-hidden="true" className={`sheet-swatch sheet-${accent}`} />
                {t(`accents.${accent}`)}
              </span>
            ),
          }))}
        />
        <RadioGroup
          name="mark"
          legend={t('fields.mark')}
          defaultValue={body.mark}
          options={MARKS.map((mark) => ({ value: mark, label: t(`marks.${mark}`) }))}
        />
      </div>
      <fieldset>
        <legend className="mb-1 font-semibold">{t('fields.names')}</legend>
        {NAMED.map((name) => (
          <Checkbox key={name} name="names" value={name} defaultChecked={body.names.includes(name)}>
            {t(`names.${name}`)}
          </Checkbox>
        ))}
      </fieldset>
    </>
  );
}
