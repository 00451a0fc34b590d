'use client';

import { levelsOfLanguage, type workingLanguages } from '@concord/api/features/languages/rules';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { toast } from '#components/ui/toast.ts';
import { languageNameIn } from '#i18n/language-name.ts';
import type { Locale } from '#i18n/locales.ts';
import { api } from '#trpc/client.ts';
import { LanguageOptions } from './language-options.tsx';

type Known = Awaited<ReturnType<typeof api.languages.own.query>>;
type Language = (typeof workingLanguages)[number];
type Level = Known[number]['level'];

/** One line a language, with how well; a line without one is left out. */
export function Languages({ known }: { known: Known }) {
  const t = useTranslations('account.languages');
  const command = useCommand(api.languages.state.mutate);
  const [lines, setLines] = useState(() => known.map((one, key) => ({ ...one, key: String(key) })));
  return (
    <CommandForm
      command={command}
      submit={t('save')}
      look="plain"
      input={(form) => ({ languages: statedIn(form) })}
      onDone={() => toast(t('saved'))}
      actions={
        <Button
          onClick={() => setLines((all) => [...all, { language: '', level: 'B2', key: crypto.randomUUID() }])}
        >
          {t('add')}
        </Button>
      }
    >
      {lines.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      {lines.map(({ key, language, level }, index) => (
        <Line
          key={key}
          {...{ language, level, index }}
          onDrop={() => setLines((all) => all.filter((one) => one.key !== key))}
        />
      ))}
    </CommandForm>
  );
}

type LineProps = { language: string; level: Level; index: number; onDrop: () => void };

function Line({ language, level, index, onDrop }: LineProps) {
  const t = useTranslations('account.languages');
  const locale = useLocale() as Locale;
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field name={`language-${index}`} label={t('language')} className="min-w-40 flex-1">
        <Select name="language" defaultValue={language}>
          <option value="">{t('choose')}</option>
          <LanguageOptions />
        </Select>
      </Field>
      <Field name={`level-${index}`} label={t('level')} className="w-40">
        <Select name="level" defaultValue={level}>
          {levelsOfLanguage.map((one) => (
            <option key={one} value={one}>
              {t(`levels.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Button onClick={onDrop}>
        {t('remove')}
        <span className="sr-only">: {language ? languageNameIn(locale, language) : t('choose')}</span>
      </Button>
    </div>
  );
}

function statedIn(form: FormData) {
  const levels = form.getAll('level').map(String);
  return form
    .getAll('language')
    .map((language, index) => ({ language: String(language) as Language, level: levels[index] as Level }))
    .filter(({ language }) => (language as string) !== '');
}
