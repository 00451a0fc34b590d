'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { languageName } from '#i18n/language-name.ts';
import { blankWords, type Of } from './edit-body.ts';
import { useEditor } from './editor-state.tsx';
import { ItemList } from './item-list.tsx';
import { NumberField } from './number-field.tsx';

type Accepted = Of<'shortText'>['accepted'];
const WAYS = ['folded', 'exact', 'wildcard', 'pattern'] as const;

type Props = { path: string; accepted: Accepted; onChange: (accepted: Accepted) => void };

/** The typed answers that are taken, for each language shown, and how each is compared. */
export function WordsList({ path, accepted, onChange }: Props) {
  const t = useTranslations('bank.editor.words');
  const { languages, errorOf } = useEditor();
  return languages.map((language) => (
    <ItemList
      key={language}
      legend={languages.length > 1 ? `${t('legend')} · ${languageName(language)}` : t('legend')}
      hint={t('hint')}
      name={(number) => t('one', { number })}
      items={accepted[language] ?? []}
      keyOf={(_, index) => String(index)}
      onChange={(list) => onChange({ ...accepted, [language]: list })}
      make={blankWords}
      addLabel={t('add')}
      least={language === languages[0] ? 1 : 0}
      most={50}
    >
      {(item, index, replace) => {
        const place = `${path}.${language}.${index}`;
        return (
          <div className="flex flex-wrap items-end gap-3">
            <Field
              name={`${place}.text`}
              label={t('text')}
              error={errorOf(`${place}.text`)}
              className="min-w-48 flex-1"
            >
              <TextField
                lang={language}
                value={item.text}
                onChange={(event) => replace({ ...item, text: event.target.value })}
              />
            </Field>
            <Field name={`${place}.kind`} label={t('compared')} className="min-w-44">
              <Select
                value={item.kind}
                onChange={(event) => replace({ ...item, kind: event.target.value as 'folded' })}
              >
                {WAYS.map((way) => (
                  <option key={way} value={way}>
                    {t(`ways.${way}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <NumberField
              label={t('share')}
              path={`${place}.share`}
              value={item.share}
              onChange={(share) => replace({ ...item, share: share ?? 0 })}
              className="w-24"
            />
          </div>
        );
      }}
    </ItemList>
  ));
}
