'use client';

import {
  bothOf,
  coursesLine,
  factLines,
  MARK_PATHS,
  type TemplateBody,
} from '@concord/api/features/credential-templates/rules';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { formatDate } from '#i18n/format.ts';

/** `today` is the day at headquarters, told by the page: a browser's own clock may show another. */
type Props = { body: TemplateBody; today: string };

/** The page as it is printed, with a holder who is nobody: the same words by the same rules as on paper. */
export function Sheet({ body, today }: Props) {
  const t = useTranslations('credentialTemplates.preview');
  const sample = useSample(today);
  const under = [coursesLine(sample, body.names), bothOf(body.closing)].filter(Boolean);
  return (
    <figure className="sheet-frame">
      <figcaption className="mb-1.5 text-sm text-ink-2">{t('title')}</figcaption>
      <div className={`sheet sheet-${body.accent}`}>
        <div className="sheet-head">
          <span className="sheet-issuer">
            <Mark mark={body.mark} />
            {t('issuer')}
          </span>
          <span className="sheet-kinds">
            {[...new Set([body.titles.en, body.titles.fr])].map((kind) => (
              <span key={kind}>{kind}</span>
            ))}
          </span>
        </div>
        <div className="sheet-body">
          <p className="sheet-holder">{sample.holder}</p>
          <p className="sheet-verb">{bothOf(body.wording)}</p>
          <p className="sheet-course">{sample.course.en}</p>
          <p className="sheet-other">{sample.course.fr}</p>
          {under.map((words) => (
            <p key={words} className="sheet-under">
              {words}
            </p>
          ))}
        </div>
        <dl className="sheet-facts">
          {factLines(sample, body.names).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <div className="sheet-proof">
          <span className="sheet-check">{t('check')}</span>
          {body.signatory ? (
            <span className="sheet-signatory">
              <b>{body.signatory.name}</b>
              <span>{bothOf(body.signatory.roles)}</span>
            </span>
          ) : null}
          <span className="sheet-code">{t('code')}</span>
        </div>
      </div>
    </figure>
  );
}

function Mark({ mark }: Pick<TemplateBody, 'mark'>) {
  if (mark === 'none') return null;
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className="sheet-mark">
      <path d={MARK_PATHS[mark]} />
    </svg>
  );
}

/** What stands for what is not known yet. */
function useSample(today: string) {
  const t = useTranslations('credentialTemplates.preview');
  return useMemo(() => {
    const day = (locale: 'en' | 'fr') => formatDate(today, { locale, style: 'long' });
    return {
      holder: t('holder'),
      course: { en: t('courseEn'), fr: t('courseFr') },
      issued: `${day('en')} · ${day('fr')}`,
      until: null,
      ...{ percent: 90, minutes: 90, version: 1, courses: [] },
    };
  }, [t, today]);
}
