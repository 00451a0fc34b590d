import { useTranslations } from 'next-intl';
import type { Editor } from './types.ts';

/** The outline of a published version: to read, not to change. */
export function OutlineList({ editor: { units, course } }: { editor: Editor }) {
  const t = useTranslations('authoring.kinds');
  const titleOf = (titles: Record<string, string>, key: string) => titles[course.sourceLanguage] ?? key;
  return (
    <ol className="flex flex-col gap-4" lang={course.sourceLanguage}>
      {units.map((unit, index) => (
        <li key={unit.id}>
          <h2 className="text-base">
            {index + 1} {titleOf(unit.titles, unit.key)}
          </h2>
          <ol className="mt-1 divide-y divide-line border-y border-line">
            {unit.activities.map(({ id, key, kind, titles }) => (
              <li key={id} className="flex justify-between gap-4 py-1.5">
                <span className="wrap-anywhere">{titleOf(titles, key)}</span>
                <span className="text-sm text-ink-2">{t(kind)}</span>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
