import { useTranslations } from 'next-intl';
import { Notice } from '#components/notice.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';

type Course = { slug: string; title: string } | null;

/** The one sentence about what has to be done first, and the way to it. */
export function CourseBarrier({ course }: { course: Course }) {
  const t = useTranslations('course.barrier');
  if (!course) return <Notice kind="warn" title={t('hidden')} />;
  return (
    <Notice
      kind="warn"
      title={t('course', { course: course.title })}
      action={<LinkButton href={paths.course(course.slug)}>{t('toCourse')}</LinkButton>}
    />
  );
}

/** The same for an activity of the course itself. */
export function ActivityBarrier({ title, href }: { title: string; href: string }) {
  const t = useTranslations('course.barrier');
  return (
    <Notice
      kind="warn"
      title={t('activity', { activity: title })}
      action={<LinkButton href={href}>{t('toActivity')}</LinkButton>}
    />
  );
}
