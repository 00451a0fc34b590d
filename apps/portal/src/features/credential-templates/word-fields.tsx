'use client';

import type { Both, TemplateBody } from '@concord/api/features/credential-templates/rules';
import { useTranslations } from 'next-intl';
import { Field, FieldError } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { languageName } from '#i18n/language-name.ts';

type ErrorOf = (path: string) => string | null;
type BothProps = {
  name: string;
  label: string;
  values: Both | undefined;
  errorOf: ErrorOf;
  optional?: boolean;
};

/** One line of words in English and in French, side by side where there is room. */
export function BothFields({ name, label, values, errorOf, optional }: BothProps) {
  const words = useTranslations('common');
  // What is said of both languages at once.
  const wrong = errorOf(name);
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">
        {label}
        {optional ? <span className="ml-1.5 font-normal text-ink-3">({words('optional')})</span> : null}
      </legend>
      {wrong ? <FieldError>{wrong}</FieldError> : null}
      <div className="flex flex-col gap-2">
        {(['en', 'fr'] as const).map((language) => (
          <Field
            key={language}
            name={`${name}.${language}`}
            label={<span className="text-sm font-normal text-ink-2">{languageName(language)}</span>}
            error={errorOf(`${name}.${language}`)}
          >
            <TextField
              name={`${name}.${language}`}
              lang={language}
              defaultValue={values?.[language]}
              autoComplete="off"
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

/** The words of a credential. */
export function WordFields({ body, errorOf }: { body: TemplateBody; errorOf: ErrorOf }) {
  const t = useTranslations('credentialTemplates.fields');
  return (
    <>
      <BothFields name="body.titles" label={t('titles')} values={body.titles} errorOf={errorOf} />
      <BothFields name="body.wording" label={t('wording')} values={body.wording} errorOf={errorOf} />
      <BothFields name="body.closing" label={t('closing')} values={body.closing} errorOf={errorOf} optional />
    </>
  );
}
