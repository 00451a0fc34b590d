'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { fieldId } from '#components/ui/field.tsx';
import type { NamedParagraph } from './types.ts';

/** The paragraphs that trouble a nation, by number and first words; none ticked is the text as a whole. */
export function ParagraphChoice({ paragraphs }: { paragraphs: readonly NamedParagraph[] | null }) {
  const t = useTranslations('silence.break');
  return (
    <fieldset id={fieldId('paragraphIds')} tabIndex={-1}>
      <legend className="mb-1 font-semibold">{t('paragraphs')}</legend>
      <p className="mb-1.5 text-sm text-ink-2">{t('paragraphsNote')}</p>
      <div className="max-h-60 min-h-24 overflow-y-auto border-y border-line py-1">
        {paragraphs === null ? <p className="py-1 text-sm text-ink-3">{t('loading')}</p> : null}
        {paragraphs?.map((one) =>
          one.kind === 'heading' ? (
            <p key={one.id} className="pt-2 text-sm font-semibold">
              {one.opening}
            </p>
          ) : (
            <Checkbox key={one.id} name="paragraph" value={one.id}>
              {one.number ? <b className="mr-1.5">{one.number}</b> : null}
              <span className="wrap-anywhere">{one.opening}</span>
            </Checkbox>
          ),
        )}
      </div>
    </fieldset>
  );
}
