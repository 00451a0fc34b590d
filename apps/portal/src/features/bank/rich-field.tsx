'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RenderedText } from '#components/rendered-text.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { languageName } from '#i18n/language-name.ts';
import { api } from '#trpc/client.ts';
import { useEditor } from './editor-state.tsx';

type Props = {
  label: string;
  /** The path of the value in the command's input, by language: the error summary leads there. */
  path: (language: string) => string;
  value: (language: string) => string;
  onChange: (language: string, source: string) => void;
  hint?: string;
  optional?: boolean;
  /** One line, for choices and other short parts; several with a preview otherwise. */
  short?: boolean;
};

/** A text in each of the languages shown, side by side, in Markdown with a preview. */
export function RichField({ label, path, value, onChange, hint, optional, short = false }: Props) {
  const { languages, errorOf } = useEditor();
  return (
    <div className={languages.length > 1 ? 'grid gap-4 md:grid-cols-2' : 'max-w-form'}>
      {languages.map((language, index) => (
        <Field
          key={language}
          name={path(language)}
          label={languages.length > 1 ? `${label} · ${languageName(language)}` : label}
          description={hint}
          error={errorOf(path(language))}
          optional={optional || index > 0}
          className="max-w-none"
        >
          {short ? (
            <TextField
              lang={language}
              value={value(language)}
              onChange={(event) => onChange(language, event.target.value)}
            />
          ) : (
            <Written
              language={language}
              source={value(language)}
              onChange={(source) => onChange(language, source)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

type WrittenProps = { language: string; source: string; onChange: (source: string) => void };

/** Several lines of Markdown, and how they will be read. */
function Written({ language, source, onChange }: WrittenProps) {
  const t = useTranslations('bank.editor');
  const [shown, setShown] = useState<{ source: string; html: string } | null>(null);

  async function preview() {
    if (shown) return setShown(null);
    const answer = await api.bank.preview.mutate({ source, language }).catch(() => null);
    if (answer) setShown({ source, html: answer.html });
  }

  return (
    <>
      <TextArea lang={language} rows={3} value={source} onChange={(event) => onChange(event.target.value)} />
      <button
        type="button"
        aria-expanded={shown !== null}
        onClick={preview}
        className="mt-1 text-sm font-semibold text-accent hover:underline"
      >
        {shown ? t('hidePreview') : t('showPreview')}
      </button>
      {shown ? (
        <div className="mt-1 rounded-md border border-line bg-wash px-3 py-2" role="status">
          {shown.html === '' ? <p className="text-ink-3">{t('nothing')}</p> : null}
          <RenderedText html={shown.html} language={language} />
          {shown.source === source ? null : <p className="text-sm text-ink-3">{t('previewOld')}</p>}
        </div>
      ) : null}
    </>
  );
}
