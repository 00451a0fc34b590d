import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { EndGlass } from './end-glass.tsx';

type Props = { open: readonly { id: string; threadId: string; title: string; until: string }[] };

/** The threads one reads by broken glass now, each with its end. */
export function OwnGlass({ open }: Props) {
  const t = useTranslations('glass');
  const clock = useClock();
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="own-glass" className="mb-8">
      <h2 id="own-glass" className="mb-3">
        {t('open')}
      </h2>
      <ul className="border-t border-line">
        {open.map(({ id, threadId, title, until }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5">
            <Link
              href={paths.thread(threadId)}
              className="min-w-60 flex-1 font-semibold wrap-anywhere underline"
            >
              {title}
            </Link>
            <span className="text-sm text-ink-2">{t('until', { when: clock.at(until) })}</span>
            <EndGlass glassId={id} />
          </li>
        ))}
      </ul>
    </section>
  );
}
