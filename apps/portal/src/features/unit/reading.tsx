import { useTranslations } from 'next-intl';
import { HeldBlock } from '#components/held/held-block.tsx';
import { hold } from '#components/held/hold.ts';
import { LinkButton } from '#components/ui/link-button.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { languageNameIn } from '#i18n/language-name.ts';
import { CompleteButton } from './complete-button.tsx';
import { Headings } from './headings.tsx';
import { homeOf, pathIn } from './path-in.ts';
import type { ActivityPage } from './types.ts';

/** A page to read, and the way on from it. */
export function Reading({ page, locale }: { page: ActivityPage; locale: string }) {
  const t = useTranslations('unit');
  const { activity, language } = page;
  const { text } = activity;
  return (
    <>
      {text ? <Headings text={text} /> : null}
      {text && text.language !== language ? (
        <p className="mb-5 max-w-measure border-l-4 border-line-strong pl-3 text-ink-2">
          {t('notTranslated', {
            wanted: languageNameIn(locale, language),
            shown: languageNameIn(locale, text.language),
          })}
        </p>
      ) : null}
      {text ? (
        // As wide as what stands below, which is set smaller: a measure counts letters of its own size.
        <div className="max-w-measure">
          <HeldBlock
            text={hold('reading', text.html)}
            language={text.language}
            className="prose text-lg/relaxed"
          />
        </div>
      ) : (
        <p className="text-ink-2">{t('nothing')}</p>
      )}
      <WayOn page={page} />
    </>
  );
}

type WayProps = {
  page: ActivityPage;
  /** Whether the learner's word completes it. */
  byWord?: boolean;
};

/** Back, and on: by saying that it is done for those enrolled, where their word is enough. */
export function WayOn({ page, byWord = true }: WayProps) {
  const t = useTranslations('unit');
  const { previous, next, activity, enrolment } = page;
  const home = homeOf(page);
  const onward = next ? pathIn(page, next.key) : home;
  return (
    <nav
      aria-label={t('onward')}
      className="no-print mt-10 flex max-w-measure flex-wrap items-center gap-3 border-t border-line pt-5"
    >
      {previous ? <LinkButton href={pathIn(page, previous.key)}>{t('previous')}</LinkButton> : null}
      {byWord && enrolment && !activity.completedAt ? (
        <ClientMessages of={['unit.complete']}>
          <CompleteButton enrolmentId={enrolment.id} activityId={activity.id} next={onward} course={home} />
        </ClientMessages>
      ) : (
        <LinkButton look="primary" href={onward}>
          {next ? t('next') : t('toCourse')}
        </LinkButton>
      )}
      {activity.completedAt ? (
        <span className="text-sm text-good">
          <span aria-hidden="true">✓ </span>
          {t('done')}
        </span>
      ) : null}
    </nav>
  );
}
