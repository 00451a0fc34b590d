'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { languageName } from '#i18n/language-name.ts';

const USUAL = ['en', 'fr'];

type Props = {
  source: string;
  written: readonly string[];
  beside: string | null;
  onChange: (language: string | null) => void;
};

/** Which language stands beside the source while a question is written. */
export function LanguagesShown({ source, written, beside, onChange }: Props) {
  const t = useTranslations('bank.editor.languages');
  const [adding, setAdding] = useState(false);
  const [tag, setTag] = useState('');
  const offered = [...new Set([...written, ...USUAL, ...(beside ? [beside] : [])])].filter(
    (one) => one !== source,
  );

  function add() {
    const known = canonical(tag);
    if (known && known !== source) onChange(known);
    setAdding(false);
  }

  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field name="beside" label={t('beside', { source: languageName(source) })} className="min-w-56">
        <Select
          value={beside ?? ''}
          aria-required={false}
          onChange={(event) => onChange(event.target.value || null)}
        >
          <option value="">{t('none')}</option>
          {offered.map((language) => (
            <option key={language} value={language}>
              {languageName(language)} {written.includes(language) ? '' : t('notYet')}
            </option>
          ))}
        </Select>
      </Field>
      {adding ? (
        <>
          <Field name="language" label={t('tag')} className="w-40">
            <TextField value={tag} onChange={(event) => setTag(event.target.value)} />
          </Field>
          <Button onClick={add}>{t('take')}</Button>
        </>
      ) : (
        <Button look="quiet" onClick={() => setAdding(true)}>
          {t('another')}
        </Button>
      )}
    </div>
  );
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.trim())[0];
  } catch {
    return undefined;
  }
}
