'use client';

import { freeKey } from '@concord/api/features/authoring/rules';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { paths } from '#features/paths.ts';
import { languageName } from '#i18n/language-name.ts';
import { api } from '#trpc/client.ts';
import { CategoryField, MarkingFields } from './fact-fields.tsx';

type Props = { choices: { levels: { rank: number; name: string }[]; categories: string[] } };

/** What a course needs to begin: a title, its address, the language it is written in, and who may find it. */
export function NewCourse({ choices }: Props) {
  const t = useTranslations('authoring.new');
  const locale = useLocale();
  const router = useRouter();
  const command = useCommand(api.authoring.create.mutate);
  const [slug, setSlug] = useState({ value: '', own: false });
  return (
    <CommandForm
      command={command}
      submit={t('submit')}
      input={(form) => ({
        title: String(form.get('title')),
        slug: String(form.get('slug')),
        sourceLanguage: String(form.get('sourceLanguage')),
        category: String(form.get('category')),
        audience: form.get('audience') === 'everyone' ? ('everyone' as const) : ('allies' as const),
        level: Number(form.get('level')),
      })}
      onDone={(made) => router.push(paths.edit(made.slug))}
    >
      <Field name="title" label={t('name')} error={command.errorOf('title')}>
        <TextField
          name="title"
          maxLength={300}
          onChange={({ target }) =>
            slug.own ? undefined : setSlug({ value: freeKey(target.value, new Set(), ''), own: false })
          }
        />
      </Field>
      <Field name="slug" label={t('slug')} description={t('slugHint')} error={command.errorOf('slug')}>
        <TextField
          name="slug"
          maxLength={80}
          value={slug.value}
          onChange={({ target }) => setSlug({ value: target.value, own: true })}
        />
      </Field>
      <Field name="sourceLanguage" label={t('language')} description={t('languageHint')}>
        <Select name="sourceLanguage" defaultValue={locale}>
          <option value="en">{languageName('en')}</option>
          <option value="fr">{languageName('fr')}</option>
        </Select>
      </Field>
      <CategoryField categories={choices.categories} error={command.errorOf('category')} />
      <MarkingFields levels={choices.levels} audience="allies" level={choices.levels[0]?.rank ?? 0} />
    </CommandForm>
  );
}
