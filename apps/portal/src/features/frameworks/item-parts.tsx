import { itemKinds } from '@concord/api/features/frameworks/rules';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Link } from '#components/ui/link.tsx';
import type { FrameworkItem } from './types.ts';

type Props = { frameworkId: string; title: string; parts: FrameworkItem['parts'] };

/** What something is made of, or belongs to, kind by kind. */
export function ItemParts({ frameworkId, title, parts }: Props) {
  const t = useTranslations('frameworks');
  const id = useId();
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3">
        {title}
      </h2>
      {itemKinds
        .map((kind) => ({ kind, own: parts.filter((part) => part.kind === kind) }))
        .filter(({ own }) => own.length > 0)
        .map(({ kind, own }) => (
          <div key={kind} className="mb-5">
            <h3 className="mb-1 text-base">{t(`kinds.${kind}`)}</h3>
            <ul lang="en" className="border-t border-line">
              {own.map(({ code, title: name, level }) => (
                <li key={code} className="flex justify-between gap-4 border-b border-line py-1.5">
                  <Link
                    href={`/learn/frameworks/${frameworkId}/${encodeURIComponent(code)}`}
                    className="wrap-anywhere hover:text-accent hover:underline"
                  >
                    {name}
                  </Link>
                  {level === null ? null : (
                    <span className="whitespace-nowrap text-ink-2">{t('level', { level })}</span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}
