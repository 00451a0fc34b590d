import { useTranslations } from 'next-intl';
import { HeldBlock } from '#components/held/held-block.tsx';
import { hold } from '#components/held/hold.ts';
import { type Markup, markup } from '#components/markup.ts';
import { Link } from '#components/ui/link.tsx';
import { type OutlineWords, sizeWords, stateMarkup } from '#features/course/outline-markup.ts';
import type { OutlineActivity } from '#features/course/types.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { homeOf, pathIn } from './path-in.ts';
import type { ActivityPage } from './types.ts';

/** The course around an activity: beside it on a wide screen, folded above it on a narrow one. */
export function UnitOutline({ page }: { page: ActivityPage }) {
  const t = useTranslations('unit');
  const { course, progress, enrolment } = page;
  const { done, total, minutesLeft } = progress;
  return (
    <aside
      aria-label={t('outline')}
      className="no-print border-line text-sm max-lg:border-b max-lg:pb-3 lg:sticky lg:top-(--marking-height) lg:h-[calc(100dvh-2*var(--marking-height))] lg:overflow-y-auto lg:border-r lg:px-4 lg:py-6"
    >
      <h2 lang={page.language} className="mb-1 wrap-anywhere">
        <Link href={homeOf(page)} className="hover:text-accent hover:underline">
          {course.title}
        </Link>
      </h2>
      {enrolment ? (
        <p className="text-ink-2">
          {minutesLeft > 0
            ? t('progressLeft', { done, total, minutes: minutesLeft })
            : t('progress', { done, total })}
        </p>
      ) : null}
      <LanguageSwitch
        languages={course.languages}
        language={page.language}
        enrolmentId={enrolment?.id ?? null}
      />
      <details className="outline-fold mt-3">
        <summary className="font-semibold text-accent lg:hidden">{t('showOutline')}</summary>
        <Units page={page} />
      </details>
    </aside>
  );
}

function Units({ page }: { page: ActivityPage }) {
  const { units, language } = page;
  const words = { t: useTranslations('course') };
  const rows = markup`${units.map(
    ({ title, activities }, index) =>
      markup`<li><h3 class="px-2 pt-3.5 pb-1 text-sm wrap-anywhere">${index + 1} ${title}</h3><ol>${activities.map(
        (one) => rowMarkup(one, page, words),
      )}</ol></li>`,
  )}`;
  return <HeldBlock as="ol" text={hold('units', rows.html)} language={language} />;
}

function rowMarkup(one: OutlineActivity, page: ActivityPage, words: OutlineWords): Markup {
  const here = one.id === page.activity.id;
  return markup`<li><a href="${pathIn(page, one.key)}"${here && markup` aria-current="page"`} class="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-2 rounded-md px-2 py-1.5 text-ink-2 hover:bg-wash hover:text-ink aria-[current]:bg-accent-wash aria-[current]:font-semibold aria-[current]:text-ink">${
    page.enrolment ? stateMarkup(one, words, here) : markup`<span></span>`
  }<span class="wrap-anywhere">${one.title}</span><span class="text-ink-3">${sizeWords(one, words)}</span></a></li>`;
}
