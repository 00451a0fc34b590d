'use client';

import type { TypedRow } from '@concord/api/features/texts/assembly';
import { compareWords } from '@concord/api/features/texts/redline';
import { wordsOf } from '@concord/api/features/texts/rules';
import { partsFrom, typedOf } from '@concord/api/features/texts/typed';
import { useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { Tag } from '#components/ui/tag.tsx';
import { RunWords } from '../run-words.tsx';
import type { BaseParagraph } from './types.ts';

type Props = { row: TypedRow; base: BaseParagraph | undefined; isFirst: boolean };

/** What the words typed change in the version before; nothing where they are the same. */
export function RowRedline({ row, base, isFirst }: Props) {
  const t = useTranslations('texts.changes');
  const typed = useDeferredValue(row.typed);
  if (!base)
    return isFirst ? null : (
      <p className="pt-1">
        <Tag tone="good">{t('inserted')}</Tag>
      </p>
    );
  if (typed === typedOf(base.parts)) return null;
  const now = partsFrom(typed, base.parts, () => '').parts;
  return (
    <p className="mt-1.5 border-l-3 border-line-strong pl-3 text-sm leading-relaxed whitespace-pre-line text-ink-2 wrap-anywhere">
      <RunWords runs={compareWords(wordsOf(base.parts), wordsOf(now))} />
    </p>
  );
}
