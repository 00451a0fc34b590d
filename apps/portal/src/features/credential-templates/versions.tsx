import { getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { getClock } from '#i18n/clock.ts';
import type { Template } from './types.ts';

/** Every version there was, each as the PDF it prints. */
export async function Versions({ template: { id, versions } }: { template: Template }) {
  const [t, clock] = await Promise.all([getTranslations('credentialTemplates.versions'), getClock()]);
  return (
    <section aria-labelledby="versions" className="mt-9">
      <h2 id="versions" className="mb-1">
        {t('title')}
      </h2>
      <p className="mb-3 max-w-measure text-ink-2">{t('lead')}</p>
      <ol className="border-t border-line">
        {versions.map(({ number, createdAt, by }) => (
          <li
            key={number}
            className="flex flex-wrap justify-between gap-x-4 gap-y-1 border-b border-line py-2"
          >
            <span>
              <b>{t('number', { number })}</b>{' '}
              <span className="text-ink-2">
                {by ? t('by', { date: clock.date(createdAt), name: by }) : clock.date(createdAt)}
              </span>
            </span>
            <a href={paths.templateFile(id, number)} download className="text-accent underline">
              {t('pdf')}
              <span className="sr-only">: {t('number', { number })}</span>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The courses and paths whose credentials read so from now on. */
export async function Chosen({ template: { chosen } }: { template: Template }) {
  const t = await getTranslations('credentialTemplates.chosen');
  return (
    <section aria-labelledby="chosen" className="mt-9">
      <h2 id="chosen" className="mb-3">
        {t('title')}
      </h2>
      {chosen.length === 0 ? (
        <p className="max-w-measure text-ink-2">{t('nowhere')}</p>
      ) : (
        <ul className="border-t border-line">
          {chosen.map(({ kind, slug, title }) => (
            <li key={`${kind} ${slug}`} className="border-b border-line py-2">
              <Link
                href={kind === 'course' ? paths.course(slug) : paths.learningPath(slug)}
                className="wrap-anywhere hover:text-accent hover:underline"
              >
                {title}
              </Link>{' '}
              <span className="text-sm text-ink-3">{t(kind)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
