import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import type { Competences } from './types.ts';

/** The one course to take next, with the way to it for the person themselves. */
export function NextCourse({ next, own }: { next: Competences['next']; own: boolean }) {
  const t = useTranslations('competence.next');
  if (!next) return null;
  return (
    <section
      aria-labelledby="next"
      className="mb-8 flex max-w-measure flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-md border border-line p-4"
    >
      <div className="min-w-0">
        <h2 id="next" className="text-base">
          {t(own ? 'title' : 'titleOf')}
        </h2>
        <p className="wrap-anywhere">
          {own ? (
            next.title
          ) : (
            <Link href={paths.course(next.slug)} className="text-accent underline">
              {next.title}
            </Link>
          )}
          <span className="block text-sm text-ink-2">{t('covers', { count: next.covers })}</span>
        </p>
      </div>
      {own ? (
        <LinkButton look="primary" href={paths.course(next.slug)}>
          {t(next.underWay ? 'continue' : 'take')}
        </LinkButton>
      ) : null}
    </section>
  );
}
