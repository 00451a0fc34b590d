import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { PathItem } from './types.ts';

/** Why a course is not complete: each activity by its name, the reason in words, and the way to it. */
export function Reasons({ item }: { item: PathItem }) {
  const t = useTranslations('learning');
  const clock = useClock();
  if (item.why.length === 0) return null;
  return (
    <details open={item.step === null}>
      <summary className="cursor-pointer py-0.5 text-accent hover:underline">
        {t('why', { count: item.why.length + item.more })}
        <span className="sr-only">: {item.course.title}</span>
      </summary>
      <ul className="mt-0.5 mb-1 border-l-2 border-line pl-3">
        {item.why.map(({ key, title, reason, at }) => (
          <li key={key} className="py-0.5 wrap-anywhere">
            <Link
              href={paths.activity(item.course.slug, key)}
              lang={item.course.language}
              className="font-medium text-ink hover:text-accent hover:underline"
            >
              {title}
            </Link>
            {' – '}
            {t(`reasons.${reason}`, { at: at ? clock.due(at) : '' })}
          </li>
        ))}
        {item.more > 0 ? <li className="py-0.5">{t('more', { count: item.more })}</li> : null}
      </ul>
    </details>
  );
}
