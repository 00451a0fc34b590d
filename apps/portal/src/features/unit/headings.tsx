import { useTranslations } from 'next-intl';
import type { ActivityPage } from './types.ts';

/** On this page: shown when a text has enough headings to be worth a list. */
export function Headings({ text }: { text: NonNullable<ActivityPage['activity']['text']> }) {
  const t = useTranslations('unit');
  const headings = text.headings.filter(({ depth }) => depth === 2);
  if (headings.length < 3) return null;
  return (
    <nav
      aria-label={t('onThisPage')}
      className="no-print mb-6 max-w-measure border-l-2 border-line pl-4 text-sm"
    >
      <p className="font-semibold">{t('onThisPage')}</p>
      <ul lang={text.language}>
        {headings.map((heading) => (
          <li key={heading.id}>
            <a
              href={`#${encodeURIComponent(heading.id)}`}
              className="inline-block py-0.5 text-ink-2 hover:text-accent hover:underline"
            >
              {heading.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
