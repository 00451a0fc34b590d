import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cardMarkup } from './amendment-markup.ts';
import type { Amendment } from './types.ts';

type Props = {
  amendment: Amendment;
  /** Its marking in words, where it is narrower than the text's. */
  marking: string | null;
  /** What can be done with it. */
  actions?: ReactNode;
  /** Leads to it among all amendments. */
  href?: string;
};

/** One amendment: what it would change, by whom, why, and what the chair made of it. */
export function AmendmentCard({ amendment, marking, actions, href }: Props) {
  const t = useTranslations('texts.amendment');
  const words = { t, changes: useTranslations('texts.changes'), odd: useTranslations('texts.odd') };
  const { id, kind, nation } = amendment;
  return (
    <article
      id={href ? undefined : `a-${id}`}
      aria-label={t('label', { kind: t(`kinds.${kind}`), nation: nation?.name ?? t('unnamed') })}
      className="scroll-mt-8 border-b border-line py-3 last:border-0 target:bg-wash"
    >
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: written by `markup`, which escapes */}
      <div dangerouslySetInnerHTML={{ __html: cardMarkup({ amendment, marking, href }, words).html }} />
      {actions}
    </article>
  );
}
