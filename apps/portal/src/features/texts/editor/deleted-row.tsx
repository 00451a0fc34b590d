'use client';

import { wordsOf } from '@concord/api/features/texts/rules';
import { typedOf } from '@concord/api/features/texts/typed';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { OddWords } from '../odd-words.tsx';
import type { BaseParagraph, Dispatch } from './types.ts';

type Props = { paragraph: BaseParagraph; after: string | null; dispatch: Dispatch };

/** A paragraph of the version before that is taken out: struck, and brought back by one press under its own id. */
export function DeletedRow({ paragraph, after, dispatch }: Props) {
  const t = useTranslations('texts.editor');
  const { id, kind, parts } = paragraph;
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3 py-1.5 text-sm">
      <span />
      <div className="flex flex-wrap items-baseline gap-x-3">
        <del className="line-clamp-2 min-w-0 bg-removed px-1 text-ink-2">
          <span className="sr-only">{t('deleted')} </span>
          <OddWords text={wordsOf(parts)} />
        </del>
        <Button
          look="quiet"
          size="small"
          onClick={() => dispatch({ do: 'restore', row: { id, kind, typed: typedOf(parts) }, after })}
        >
          {t('restore')}
        </Button>
      </div>
    </li>
  );
}
