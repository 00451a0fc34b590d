import { useTranslations } from 'next-intl';
import { Notice } from '#components/notice.tsx';
import { Link } from '#components/ui/link.tsx';
import type { ThreadPage } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { EndGlass } from './end-glass.tsx';

/** Above a thread that somebody reads by broken glass: who and until when, for all its readers. */
export function GlassBanner({ page }: { page: ThreadPage }) {
  const t = useTranslations('glass');
  const clock = useClock();
  return page.glass.map(({ id, by, own, until, mayEnd }) => (
    <Notice key={id} kind="warn" action={mayEnd ? <EndGlass glassId={id} /> : null}>
      <strong>{t('broken')}</strong>{' '}
      {own
        ? t('ownBanner', { when: clock.at(until) })
        : t.rich('banner', {
            by,
            when: clock.at(until),
            history: (words) => (
              <Link href={`${paths.aboutThread(page.id)}#history`} className="underline">
                {words}
              </Link>
            ),
          })}
    </Notice>
  ));
}
