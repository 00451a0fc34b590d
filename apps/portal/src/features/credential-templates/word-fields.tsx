'use client';

import type { Both, TemplateBody } from '@concord/api/features/credential-templates/rules';
import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { languageName } from '#i18n/language-name.ts';

type ErrorOf = (path: string) => string | null;
type BothProps = {
  name: string;
  label: string;
  hint?: string;
  values: Both | undefined;
  errorOf: ErrorOf;
  optional?: boolean;
};

/** One line of words in English and in French, side by side where there is room. */
export function BothFields({ name, label, hint, values, errorOf, optional }: BothProps) {
  // What is said of both languages at once stands at the first.
  const wrong = errorOf(name);
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      <div className="grid gap-x-4 gap-y-3 md:grid-cols-2">
        {(['en', 'fr'] as const).map((language, index) => (
          <Field
            key={language}
            name={`${name}.${language}`}
            label={
              <>
                {label} <span className="font-normal text-ink-2">({languageName(language)})</span>
              </>
            }
            description={index === 0 ? hint : undefined}
            error={errorOf(`${name}.${language}`) ?? (index === 0 ? wrong : null)}
            className="flex flex-col justify-end"
            optional={optional}
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
