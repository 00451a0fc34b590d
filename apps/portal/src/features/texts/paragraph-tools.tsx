'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import { AmendmentsTo } from './amendments-to.tsx';
import { Propose } from './propose.tsx';
import { StandingChoice } from './standing-choice.tsx';
import type { Standing } from './types.ts';

type Props = {
  textId: string;
  bodyCode: string;
  paragraphId: string;
  number: string;
  first: boolean;
  /** How many amendments to it stand undecided. */
  count: number;
  standing: Standing;
  may: { propose: boolean; lead: boolean };
};

/** Under a paragraph: what is proposed to it, and what the reader may do about it. Quiet until pointed at, where there is room to be. */
export function ParagraphTools(props: Props) {
  const { textId, bodyCode, paragraphId, number, first, count, standing, may } = props;
  const t = useTranslations('texts.tools');
  const [open, setOpen] = useState(false);
  const [proposing, setProposing] = useState(false);
  const quiet = count === 0;
  return (
    <div className="no-print relative col-start-2 -col-end-1 text-sm">
      <div
        className={cx(
          'flex flex-wrap items-center gap-x-4 gap-y-1 pt-1',
          quiet &&
            'md:opacity-0 group-hover/paragraph:opacity-100 focus-within:opacity-100 md:absolute md:z-10 md:top-0 md:-mt-0.5 md:pt-0 pointer-coarse:static pointer-coarse:opacity-100',
        )}
      >
        {count > 0 ? (
          <Button look="quiet" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t('amendments', { count })}
            <span className="sr-only">{number ? t('of', { number }) : t('ofHeading')}</span>
          </Button>
        ) : null}
        {may.propose ? (
          <Button look="quiet" size="small" onClick={() => setProposing(true)}>
            {t('propose')}
            <span className="sr-only">{number ? t('of', { number }) : t('ofHeading')}</span>
          </Button>
        ) : null}
        {may.lead ? (
          <StandingChoice textId={textId} paragraphId={paragraphId} number={number} standing={standing} />
        ) : null}
      </div>
      {open ? <AmendmentsTo textId={textId} paragraphId={paragraphId} /> : null}
      {proposing ? (
        <Propose
          textId={textId}
          bodyCode={bodyCode}
          paragraphId={paragraphId}
          first={first}
          number={number}
          onClose={() => setProposing(false)}
          onDone={() => {
            setProposing(false);
            setOpen(true);
          }}
        />
      ) : null}
    </div>
  );
}
