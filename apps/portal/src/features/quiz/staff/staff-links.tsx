import { getTranslations } from 'next-intl/server';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';

/** The way from a quiz to what its staff does with it. */
export async function StaffLinks({ slug, activityKey }: { slug: string; activityKey: string }) {
  const t = await getTranslations('quizStaff');
  return (
    <nav aria-label={t('views')} className="no-print mt-8 flex flex-wrap gap-2 border-t border-line pt-4">
      {(['marking', 'people', 'analysis'] as const).map((view) => (
        <LinkButton key={view} size="small" href={`${paths.activity(slug, activityKey)}/${view}`}>
          {t(`view.${view}`)}
        </LinkButton>
      ))}
    </nav>
  );
}
