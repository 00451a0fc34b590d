import { useTranslations } from 'next-intl';
import { HeldBlock } from '#components/held/held-block.tsx';
import { hold } from '#components/held/hold.ts';
import { type Markup, markup } from '#components/markup.ts';
import { paths } from '#features/paths.ts';
import { type Clock, useClock } from '#i18n/clock.ts';
import { dueMarkup, type OutlineWords, sizeWords, stateMarkup } from './outline-markup.ts';
import type { CoursePage, OutlineActivity } from './types.ts';

/** The units of a course with what is in them; links for those who may read. */
export function CourseOutline({ course }: { course: CoursePage }) {
  const t = useTranslations('course');
  const clock = useClock();
  const rows = markup`${course.units.map(
    ({ title, activities }, index) =>
      markup`<li class="border-b border-line py-3"><h3 class="mb-1 wrap-anywhere">${index + 1} ${title}</h3><ol>${activities.map(
        (activity) => rowMarkup(activity, course, { t, clock }),
      )}</ol></li>`,
  )}`;
  return (
    <section aria-labelledby="outline">
      <h2 id="outline" className="mb-3">
        {t('outline')}
      </h2>
      <HeldBlock
        as="ol"
        text={hold('units', rows.html)}
        className="border-t border-line"
        language={course.language}
      />
    </section>
  );
}

function rowMarkup(
  activity: OutlineActivity,
  { slug, can, enrolment }: CoursePage,
  words: OutlineWords & { clock: Clock },
): Markup {
  const title = can.read
    ? markup`<a href="${paths.activity(slug, activity.key)}" class="wrap-anywhere text-ink-2 hover:text-accent hover:underline">${activity.title}</a>`
    : markup`<span class="wrap-anywhere text-ink-2">${activity.title}</span>`;
  return markup`<li class="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-x-2 py-1 md:grid-cols-[1.25rem_minmax(0,1fr)_auto_auto]"><span>${
    enrolment && stateMarkup(activity, words)
  }</span>${title}${dueMarkup(activity, words)}<span class="row-start-1 col-start-3 text-right text-sm text-ink-3 md:col-start-4">${sizeWords(activity, words)}</span></li>`;
}
