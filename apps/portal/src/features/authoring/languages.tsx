'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { controlLook } from '#components/ui/field.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { languageName, languageNameIn } from '#i18n/language-name.ts';
import { api } from '#trpc/client.ts';
import type { Editor } from './types.ts';

/** Languages one can add: those of the alliance's parties. */
const OFFERED = [
  'en',
  'fr',
  'bg',
  'cs',
  'da',
  'de',
  'el',
  'es',
  'et',
  'fi',
  'hr',
  'hu',
  'is',
  'it',
  'lt',
  'lv',
  'nb',
  'nl',
  'pl',
  'pt',
  'ro',
  'sk',
  'sl',
  'sq',
  'sv',
  'tr',
  'uk',
];

/** The languages of the draft, with what is missing and what its source has left behind; add one, take one out. */
export function Languages({ editor }: { editor: Editor }) {
  const t = useTranslations('authoring.languages');
  const locale = useLocale();
  const router = useRouter();
  const [leaving, setLeaving] = useState<string | null>(null);
  const add = useCommand(api.authoring.addLanguage.mutate);
  const remove = useCommand(api.authoring.removeLanguage.mutate);
  const { languages, course } = editor;
  const there = languages.map(({ language }) => language);
  const courseId = course.id;
  return (
    <section aria-labelledby="languages" className="rounded-md border border-line px-4 py-3">
      <h2 id="languages" className="mb-2 text-base">
        {t('title')}
      </h2>
      <ErrorSummary
        message={add.message ?? remove.message}
        entries={[...add.entries, ...remove.entries]}
        attempt={add.attempt + remove.attempt}
      />
      <ul className="divide-y divide-line">
        {languages.map(({ language, missing, stale }) => (
          <li key={language} className="flex flex-wrap items-center justify-between gap-2 py-1.5">
            <span className="flex flex-wrap items-baseline gap-2">
              <span lang={language}>{languageName(language)}</span>
              {language === course.sourceLanguage ? <Tag>{t('source')}</Tag> : null}
              {missing > 0 ? <Tag tone="bad">{t('missingCount', { count: missing })}</Tag> : null}
              {stale > 0 ? <Tag tone="warn">{t('staleCount', { count: stale })}</Tag> : null}
              {missing + stale === 0 ? <Tag tone="good">{t('whole')}</Tag> : null}
            </span>
            {language === course.sourceLanguage ? null : (
              <Button size="small" look="quiet" onClick={() => setLeaving(language)}>
                {t('remove')}
                <span className="sr-only"> {languageName(language)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form
        className="mt-3 flex flex-wrap items-end gap-2"
        onSubmit={async (event) => {
          event.preventDefault();
          const language = String(new FormData(event.currentTarget).get('language'));
          if (await add.run({ courseId, language })) router.refresh();
        }}
      >
        <label className="flex-1 text-sm">
          <span className="sr-only">{t('which')}</span>
          <select name="language" className={controlLook}>
            {OFFERED.filter((tag) => !there.includes(tag)).map((tag) => (
              <option key={tag} value={tag}>
                {languageNameIn(locale, tag)}
              </option>
            ))}
          </select>
        </label>
        <Button type="submit" disabled={add.pending}>
          {t('add')}
        </Button>
      </form>
      <ConfirmDialog
        open={leaving !== null}
        danger
        title={t('removeTitle', { language: leaving ? languageNameIn(locale, leaving) : '' })}
        confirm={t('remove')}
        pending={remove.pending}
        onClose={() => setLeaving(null)}
        onConfirm={async () => {
          if (leaving && (await remove.run({ courseId, language: leaving }))) router.refresh();
          setLeaving(null);
        }}
      >
        {t('removeExplain')}
      </ConfirmDialog>
    </section>
  );
}
