import { useLocale, useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { QuestionPage } from './types.ts';

/** Every version of a question, the newest first; each stays as it was. */
export function Versions({ question }: { question: QuestionPage }) {
  const t = useTranslations('bank');
  const clock = useClock();
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="mb-3">
        {t('versions')}
      </h2>
      <ol className="border-t border-line">
        {question.versions.map(({ number, note, author, createdAt }) => (
          <li key={number} className="border-b border-line py-2">
            <Link
              href={`${paths.question(question.id)}?version=${number}`}
              aria-current={number === question.number ? 'page' : undefined}
              className="font-semibold hover:text-accent hover:underline aria-[current]:text-accent"
            >
              {t('version', { number })}
            </Link>
            <p className="text-sm text-ink-2">
              {author ? t('by', { author, when: clock.at(createdAt) }) : clock.at(createdAt)}
            </p>
            {note ? <p className="text-sm wrap-anywhere">{note}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** In which quizzes of which course versions a question is asked, and at which version. */
export function Usage({ question }: { question: QuestionPage }) {
  const t = useTranslations('bank.usage');
  const locale = useLocale();
  const { places, elsewhere } = question.usage;
  return (
    <section aria-labelledby="usage">
      <h2 id="usage" className="mb-3">
        {t('title')}
      </h2>
      {places.length === 0 && elsewhere === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      {places.length > 0 ? (
        <Table caption={t('title')}>
          <thead>
            <tr>
              <ColumnHead>{t('course')}</ColumnHead>
              <ColumnHead>{t('quiz')}</ColumnHead>
              <ColumnHead>{t('asks')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={`${place.slug} ${place.version} ${place.activityKey} ${place.number} ${place.drawn}`}>
                <RowHead>
                  <Link
                    href={paths.course(place.slug)}
                    lang={place.language}
                    className="hover:text-accent hover:underline"
                  >
                    {place.title}
                  </Link>
                  <span className="ml-2 text-sm font-normal text-ink-2">
                    {t('courseVersion', { number: place.version })}
                  </span>{' '}
                  {place.published ? null : <Tag>{t('draft')}</Tag>}
                </RowHead>
                <Cell>{place.titles[locale] ?? Object.values(place.titles)[0] ?? place.activityKey}</Cell>
                <Cell>
                  {t(place.drawn ? 'drawn' : 'pinned', { number: place.number })}{' '}
                  {place.number < question.latest ? <Tag tone="warn">{t('older')}</Tag> : null}
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      {elsewhere > 0 ? <p className="mt-2 text-ink-2">{t('elsewhere', { count: elsewhere })}</p> : null}
    </section>
  );
}
