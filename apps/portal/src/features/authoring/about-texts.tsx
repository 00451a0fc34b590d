'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '#components/ui/field.tsx';
import { languageName } from '#i18n/language-name.ts';
import { AboutForm } from './about-form.tsx';
import type { About } from './types.ts';

type Props = { course: string; courseId: string; about: About; sourceLanguage: string };

/** What a course says of itself: the source on the left, a translation beside it. */
export function AboutTexts({ course, courseId, about, sourceLanguage }: Props) {
  const t = useTranslations('authoring.about');
  const others = about.texts.filter(({ language }) => language !== sourceLanguage);
  const [beside, setBeside] = useState(others[0]?.language ?? null);
  const source = about.texts.find(({ language }) => language === sourceLanguage);
  const translation = others.find(({ language }) => language === beside);
  return (
    <section aria-labelledby="about-texts" className="min-w-0">
      <h2 id="about-texts" className="mb-3">
        {t('texts')}
      </h2>
      {others.length > 1 ? (
        <Field name="beside" label={t('beside')} className="mb-4">
          <select
            value={beside ?? ''}
            onChange={({ target }) => setBeside(target.value)}
            className="min-h-10 rounded-md border border-line-field bg-paper px-3"
          >
            {others.map(({ language }) => (
              <option key={language} value={language}>
                {languageName(language)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      <div className="grid gap-8 lg:grid-cols-2">
        {source ? <AboutForm course={course} courseId={courseId} text={source} /> : null}
        {translation ? (
          <AboutForm key={translation.language} course={course} courseId={courseId} text={translation} />
        ) : null}
      </div>
    </section>
  );
}
