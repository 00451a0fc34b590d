import { useTranslations } from 'next-intl';
import { RenderedText } from '#components/rendered-text.tsx';
import type { CoursePage } from './types.ts';

/** For whom a course is, and what one can do after it. */
export function AboutCourse({ course }: { course: CoursePage }) {
  const t = useTranslations('course');
  const { audience, objectives, descriptionHtml, language } = course;
  return (
    <>
      {audience ? (
        <section aria-labelledby="audience">
          <h2 id="audience" className="mb-1">
            {t('audience')}
          </h2>
          <p className="max-w-measure text-ink-2" lang={language}>
            {audience}
          </p>
        </section>
      ) : null}
      {objectives.length > 0 ? (
        <section aria-labelledby="objectives">
          <h2 id="objectives" className="mb-1">
            {t('objectives')}
          </h2>
          <ul className="max-w-measure list-disc pl-5 text-ink-2" lang={language}>
            {objectives.map((objective) => (
              <li key={objective} className="py-0.5">
                {objective}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {descriptionHtml ? <RenderedText html={descriptionHtml} language={language} /> : null}
    </>
  );
}
