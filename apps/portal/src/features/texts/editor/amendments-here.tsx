'use client';

import { typedAmendment } from '@concord/api/features/texts/assembly';
import { compareWords } from '@concord/api/features/texts/redline';
import { bracketWords, wordsOf } from '@concord/api/features/texts/rules';
import { typedOf } from '@concord/api/features/texts/typed';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import { Tag } from '#components/ui/tag.tsx';
import { alike } from '#features/consult/marking-words.ts';
import { Decide } from '../decide.tsx';
import { OddWords } from '../odd-words.tsx';
import { Proposers } from '../proposers.tsx';
import { RunWords } from '../run-words.tsx';
import type { BaseParagraph, Dispatch, Editing, Offered } from './types.ts';

type Props = {
  amendments: readonly Offered[];
  takesIn: readonly string[];
  base: BaseParagraph | undefined;
  editing: Editing;
  dispatch: Dispatch;
};

/** What nations propose to a paragraph, opened by a press, each to be taken in by another. */
export function AmendmentsHere({ amendments, takesIn, base, editing, dispatch }: Props) {
  const t = useTranslations('texts.editor');
  const [open, setOpen] = useState(false);
  if (amendments.length === 0) return null;
  const taken = amendments.filter((one) => takesIn.includes(one.id)).length;
  return (
    <div className="mt-1.5">
      <Button look="quiet" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('amendments', { count: amendments.length, taken })}
      </Button>
      {open ? (
        <ul className="mt-1 border-l-3 border-accent-line pl-3">
          {amendments.map((one) => (
            <One
              key={one.id}
              amendment={one}
              taken={takesIn.includes(one.id)}
              base={base}
              editing={editing}
              dispatch={dispatch}
            />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

type OneProps = Omit<Props, 'amendments' | 'takesIn'> & { amendment: Offered; taken: boolean };

function One({ amendment, taken, base, editing, dispatch }: OneProps) {
  const t = useTranslations('texts.editor');
  const a = useTranslations('texts.amendment');
  const { id, kind, words, reason, paragraphId } = amendment;
  const [deciding, setDeciding] = useState<'merged' | 'rejected' | null>(null);
  const before = base ? wordsOf(base.parts) : '';
  const narrower = isNarrower(editing, amendment.markingId);
  const takeIn = () =>
    dispatch({
      do: 'takeIn',
      one: { amendmentId: id, kind, paragraphId, typed: typedFor(words, base), newId: crypto.randomUUID() },
    });
  return (
    <li className={cx('border-b border-line py-2 text-sm last:border-0', taken && 'text-ink-2')}>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{a(`kinds.${kind}`)}</span>
        <Proposers amendment={amendment} />
        {amendment.outcome ? <Tag tone="good">{a(`outcomes.${amendment.outcome}`)}</Tag> : null}
        {taken ? <Tag tone="info">{t('takenIn')}</Tag> : null}
      </p>
      <p className="my-1 leading-relaxed whitespace-pre-line wrap-anywhere">
        <RunWords runs={compareWords(kind === 'insert' ? '' : before, kind === 'delete' ? '' : words)} />
      </p>
      <p className="text-ink-2 whitespace-pre-line wrap-anywhere">
        <OddWords text={reason} />
      </p>
      {narrower ? <p className="text-warn">{t('narrower')}</p> : null}
      <p className="mt-1.5 flex flex-wrap gap-1.5">
        {taken ? (
          <Button size="small" onClick={() => dispatch({ do: 'leaveOut', amendmentId: id })}>
            {t('leaveOut')}
          </Button>
        ) : (
          <Button size="small" disabled={narrower} onClick={takeIn}>
            {t('takeIn')}
          </Button>
        )}
        {amendment.outcome === null && !taken ? (
          <>
            <Button size="small" disabled={narrower} onClick={() => setDeciding('merged')}>
              {t('merge')}
            </Button>
            <Button size="small" onClick={() => setDeciding('rejected')}>
              {t('reject')}
            </Button>
          </>
        ) : null}
      </p>
      <Decide
        amendmentId={id}
        outcome={deciding}
        onClose={() => setDeciding(null)}
        onDone={() => {
          if (deciding === 'merged') takeIn();
          setDeciding(null);
        }}
      />
    </li>
  );
}

/** The words as the chair types brackets, so that those the nation left as they were keep their keepers. */
function typedFor(words: string, base: BaseParagraph | undefined): string {
  const brackets = (base?.parts ?? []).flatMap((part) =>
    'bracket' in part ? [{ shown: bracketWords(part), typed: typedOf([part]) }] : [],
  );
  return typedAmendment(words, brackets);
}

/** Whether fewer people may read an amendment than the text its words would go into. */
function isNarrower({ text }: Editing, markingId: string): boolean {
  const [own, other] = [text.markings[text.markingId], text.markings[markingId]];
  return own !== undefined && (other === undefined || !alike(own, other));
}
