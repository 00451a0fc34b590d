import type { ReactNode } from 'react';
import { cx } from '#components/ui/cx.ts';
import { Link } from '#components/ui/link.tsx';

type Props = {
  id: string;
  kind: 'heading' | 'preamble' | 'paragraph' | 'item';
  number: string;
  /** Whether somebody has trouble with its words. */
  open?: boolean;
  aside?: ReactNode;
  /** Under its words: what is proposed to it, and who keeps which. */
  under?: ReactNode;
  /** Under its number. */
  pen?: ReactNode;
  /** Under its words: what the reader's own delegation notes. */
  below?: ReactNode;
  children: ReactNode;
};

/**
 * A paragraph of a text: how it is cited (a link to itself), its words in the direction they are written in, and what stands
 * beside it.
 */
export function ParagraphRow(props: Props) {
  const { id, kind, number, open = false, aside, under, pen, below, children } = props;
  return (
    <div
      id={`p-${id}`}
      className={cx(
        'paragraph-row group/paragraph relative grid scroll-mt-8 grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3 py-2.5 text-[1.03rem] leading-[1.62] target:bg-wash md:grid-cols-[2.25rem_minmax(0,62ch)_minmax(7rem,1fr)]',
        open && '-ml-3 border-l-3 border-bracket pl-[9px]',
      )}
    >
      {number ? (
        <Link href={`#p-${id}`} className="font-medium text-ink-3 hover:text-accent hover:underline">
          {number}
        </Link>
      ) : (
        <span />
      )}
      {pen}
      {kind === 'heading' ? (
        <h2 dir="auto" className="text-[1.03rem] wrap-anywhere">
          {children}
        </h2>
      ) : (
        <p dir="auto" className={cx('whitespace-pre-line wrap-anywhere', kind === 'item' && 'ps-4')}>
          {children}
        </p>
      )}
      {aside ? <div className="pt-1 text-sm leading-snug text-ink-2 max-md:col-start-2">{aside}</div> : null}
      {below ? <div className="col-start-2">{below}</div> : null}
      {under}
    </div>
  );
}
