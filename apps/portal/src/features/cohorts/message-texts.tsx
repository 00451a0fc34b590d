'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';

export type MessageText = { subject: string; text: string };
export type MessageInTwo = { en: MessageText; fr: MessageText };

export const emptyMessage: MessageInTwo = { en: { subject: '', text: '' }, fr: { subject: '', text: '' } };

type Props = {
  texts: MessageInTwo;
  onChange: (texts: MessageInTwo) => void;
  errorOf: (path: string) => string | null;
};

/** The message in one of its languages or in both. */
export function MessageTexts({ texts, onChange, errorOf }: Props) {
  const t = useTranslations('cohorts.messages');
  return (
    <div>
      <p className="mb-3 text-sm text-ink-2">{t('languages')}</p>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
        {(['en', 'fr'] as const).map((language) => (
          <fieldset key={language} className="flex flex-col gap-4">
            <legend className="mb-2 font-semibold">{t(`language.${language}`)}</legend>
            <Field
              name={`${language}.subject`}
              label={t('subject')}
              error={errorOf(`${language}.subject`)}
              optional
            >
              <TextField
                name={`${language}.subject`}
                lang={language}
                maxLength={200}
                value={texts[language].subject}
                onChange={(event) => change(language, { subject: event.target.value })}
              />
            </Field>
            <Field
              name={`${language}.text`}
              label={t('text')}
              error={errorOf(`${language}.text`) ?? (language === 'en' ? errorOf('text') : null)}
              optional
            >
              <TextArea
                name={`${language}.text`}
                lang={language}
                rows={7}
                maxLength={10_000}
                value={texts[language].text}
                onChange={(event) => change(language, { text: event.target.value })}
              />
            </Field>
          </fieldset>
        ))}
      </div>
    </div>
  );

  function change(language: 'en' | 'fr', part: Partial<MessageText>) {
    onChange({ ...texts, [language]: { ...texts[language], ...part } });
  }
}
