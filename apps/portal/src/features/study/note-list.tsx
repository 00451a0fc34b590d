import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { CourseNotes } from './types.ts';

/** Marks and notes of a course under the parts they were made in. */
export function NoteList({ course, notes }: Pick<CourseNotes, 'course' | 'notes'>) {
  const t = useTranslations('study');
  const clock = useClock();
  const parts = [...new Set(notes.map(({ activity }) => activity.key))].map((key) => ({
    key,
    own: notes.filter(({ activity }) => activity.key === key),
  }));
  return parts.map(({ key, own }) => (
    <section key={key} aria-labelledby={`part-${key}`} className="mb-8 max-w-measure">
      <h2 id={`part-${key}`} lang={course.language} className="mb-2 wrap-anywhere">
        {own[0]?.activity.title ?? t('goneActivity')}
      </h2>
      <ul className="border-t border-line">
        {own.map(({ id, passage, language, note, activity, changedAt }) => (
          <li key={id} className="border-b border-line py-3">
            {passage ? (
              <blockquote
                lang={language}
                className="border-l-3 border-line-strong pl-3 text-ink-2 wrap-anywhere"
              >
                {passage.quote}
              </blockquote>
            ) : null}
            {note ? <p className="mt-1 whitespace-pre-line wrap-anywhere">{note}</p> : null}
            <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-3">
              {clock.due(changedAt)}
              {activity.title ? (
                <Link
                  href={`${paths.activity(course.slug, key)}${passage ? `#note-${id}` : ''}`}
                  className="font-semibold text-accent hover:underline"
                >
                  {t('open')}
                  <span className="sr-only">: {(passage?.quote ?? note).slice(0, 60)}</span>
                </Link>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  ));
}
