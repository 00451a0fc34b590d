import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import { useClock } from '#i18n/clock.ts';
import { releaseWords } from './marking-words.ts';
import type { Marking } from './types.ts';

type Props = {
  /** Where the title leads; null for what the reader knows by its number alone. */
  href: string | null;
  title: string;
  /** What is known of it before its title, in a column of its own. */
  number?: string;
  /** Beside the title. */
  tag?: ReactNode;
  /** Under the title, before the marking and after it. */
  reference?: string | null;
  marking?: Marking;
  tags?: ReactNode;
  /** At the end of the row: when, and how it stands. */
  children: ReactNode;
};

/** A row of a body's threads, texts, meetings or decisions: title, marking in words, and how it stands. */
export function ListRow({ href, title, number, tag, reference, marking, tags, children }: Props) {
  const columns =
    number === undefined ? 'md:grid-cols-[minmax(0,1fr)_17rem]' : 'md:grid-cols-[11rem_minmax(0,1fr)_12rem]';
  return (
    <li className={`grid items-baseline gap-x-6 gap-y-1 border-b border-line py-3.5 ${columns}`}>
      {number === undefined ? null : <p className="font-semibold tabular-nums">{number}</p>}
      <div className="min-w-0">
        {href === null ? (
          <p className="text-ink-3">{title}</p>
        ) : (
          <Link href={href} className="font-semibold wrap-anywhere hover:text-accent hover:underline">
            {title}
          </Link>
        )}{' '}
        {tag}
        {reference || marking || tags ? (
          <p className="flex flex-wrap gap-x-2 gap-y-1 text-sm text-ink-2">
            {reference ? <span className="wrap-anywhere">{reference}</span> : null}
            {marking ? <MarkingLine marking={marking} /> : null}
            {tags}
          </p>
        ) : null}
      </div>
      <div className="text-sm text-ink-2 md:text-right">{children}</div>
    </li>
  );
}

function MarkingLine({ marking }: { marking: Marking }) {
  const t = useTranslations('markings');
  const { locale } = useClock();
  return (
    <span>
      <span className="font-semibold">{marking.levelName}</span>
      {' · '}
      {releaseWords(marking, t, locale)}
    </span>
  );
}
