import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import { OddWords } from './odd-words.tsx';
import { Proposers } from './proposers.tsx';
import { RunWords } from './run-words.tsx';
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

const tones: Record<NonNullable<Amendment['outcome']>, Tone> = {
  accepted: 'good',
  merged: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
};

/** One amendment: what it would change, by whom, why, and what the chair made of it. */
export function AmendmentCard({ amendment, marking, actions, href }: Props) {
  const t = useTranslations('texts.amendment');
  const { id, kind, runs, reason, outcome, decision, inVersion, base } = amendment;
  return (
    <article
      id={href ? undefined : `a-${id}`}
      aria-label={t('label', { kind: t(`kinds.${kind}`), nation: amendment.nation?.name ?? t('unnamed') })}
      className="scroll-mt-8 border-b border-line py-3 last:border-0 target:bg-wash"
    >
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
        {href ? (
          <Link href={href} className="font-semibold text-accent hover:underline">
            {t(`kinds.${kind}`)}
          </Link>
        ) : (
          <a href={`#a-${id}`} className="font-semibold text-ink hover:text-accent hover:underline">
            {t(`kinds.${kind}`)}
          </a>
        )}
        <Proposers amendment={amendment} />
        {outcome ? (
          <Tag tone={tones[outcome]} marked>
            {t(`outcomes.${outcome}`)}
          </Tag>
        ) : null}
        {marking ? <Tag tone="warn">{marking}</Tag> : null}
      </p>
      <p className="my-1.5 max-w-measure leading-relaxed whitespace-pre-line wrap-anywhere">
        <RunWords runs={runs} />
      </p>
      <p className="max-w-measure text-sm text-ink-2 whitespace-pre-line wrap-anywhere">
        <OddWords text={reason} />
      </p>
      {decision ? (
        <p className="mt-1 max-w-measure text-sm whitespace-pre-line wrap-anywhere">
          <span className="font-semibold">{t('chair')}</span> <OddWords text={decision} />
        </p>
      ) : null}
      <p className="text-sm text-ink-3">
        {inVersion === null ? t('toVersion', { number: base }) : t('inVersion', { base, number: inVersion })}
      </p>
      {actions}
    </article>
  );
}
