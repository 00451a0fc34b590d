import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { ActivitySize } from '#features/course/activity-size.tsx';
import { ActivityState } from '#features/course/activity-state.tsx';
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

type StateProps = { one: ActivityPage['units'][number]['activities'][number]; here: boolean };

/** Named one by one: an activity's `key` is no key of React's. */
function State({ one: { completed, seen, locked }, here }: StateProps) {
  return <ActivityState completed={completed} seen={seen} locked={locked} here={here} />;
}

function Units({ page }: { page: ActivityPage }) {
  const { units, activity, language, enrolment } = page;
  return (
    <ol lang={language}>
      {units.map((unit, index) => (
        <li key={unit.id}>
          <h3 className="px-2 pt-3.5 pb-1 text-sm wrap-anywhere">
            {index + 1} {unit.title}
          </h3>
          <ol>
            {unit.activities.map((one) => (
              <li key={one.id}>
                <Link
                  href={pathIn(page, one.key)}
                  aria-current={one.id === activity.id ? 'page' : undefined}
                  className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-2 rounded-md px-2 py-1.5 text-ink-2 hover:bg-wash hover:text-ink aria-[current]:bg-accent-wash aria-[current]:font-semibold aria-[current]:text-ink"
                >
                  {enrolment ? <State one={one} here={one.id === activity.id} /> : <span />}
                  <span className="wrap-anywhere">{one.title}</span>
                  <span className="text-ink-3">
                    <ActivitySize minutes={one.minutes} questions={one.questions} />
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
