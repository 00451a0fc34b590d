import { getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

type Props = { kind: 'unit' | 'inject' | 'requirement' | 'text'; id: string };

/** The lessons of exercises that a course's units, an exercise's injects, a requirement or a text follow from, if any. */
export async function LessonsBehind({ kind, id }: Props) {
  const [t, api] = await Promise.all([getTranslations('lessons'), serverApi()]);
  const rows = await api.lessons.behind({ kind, id });
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="lessons-behind" className="mb-6 rounded-md border border-line px-4 py-3">
      <h2 id="lessons-behind" className="text-base">
        {t('behind.title')}
      </h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="max-w-measure wrap-anywhere">
            {kind === 'unit' && row.unit ? `${t('behind.unit', { title: row.unit })} ` : null}
            {kind === 'inject' && row.inject !== null
              ? `${t('behind.inject', { number: row.inject })} `
              : null}
            <Link href={paths.lesson(row.code, row.number)} className="text-accent underline">
              {row.code}-{row.number}, {row.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
