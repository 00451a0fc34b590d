import { getTranslations } from 'next-intl/server';
import { RenderedText } from '#components/rendered-text.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import { WayOn } from '#features/unit/reading.tsx';
import type { ActivityPage } from '#features/unit/types.ts';
import { serverApi } from '#trpc/server.ts';
import { OwnDates } from './own-dates.tsx';

/** A live session: what it is for, when and where, and how the learner stands with it. */
export async function SessionActivity({ page }: { page: ActivityPage }) {
  const t = await getTranslations('liveSessions');
  const { activity, course, enrolment, preview } = page;
  const own =
    enrolment && !preview
      ? await (await serverApi()).liveSessions.own({ enrolmentId: enrolment.id, activityId: activity.id })
      : null;
  return (
    <>
      {activity.text ? (
        <RenderedText
          html={activity.text.html}
          language={activity.text.language}
          className="mb-8 max-w-measure text-lg/relaxed"
        />
      ) : null}
      {own ? <OwnDates own={own} /> : null}
      {page.staff && !preview ? (
        <p className="no-print mt-8 border-t border-line pt-4">
          <LinkButton size="small" href={paths.sessionDates(course.slug, activity.key)}>
            {t('planned.link')}
          </LinkButton>
        </p>
      ) : null}
      <WayOn page={page} byWord={own?.completes === 'learner'} />
    </>
  );
}
