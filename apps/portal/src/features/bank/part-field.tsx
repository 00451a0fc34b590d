'use client';

import { useTranslations } from 'next-intl';
import { textsIn, withPart } from './edit-body.ts';
import { useEditor } from './editor-state.tsx';
import { RichField } from './rich-field.tsx';

type Props = { part: string; what?: 'text' | 'feedback'; label: string; hint?: string };

/** The words of one part of a question, or the feedback to it, in each language shown. */
export function PartField({ part, what = 'text', label, hint }: Props) {
  const { body, change } = useEditor();
  return (
    <RichField
      short
      label={label}
      hint={hint}
      optional={what === 'feedback'}
      path={(language) => `body.texts.${language}.parts.${part}.${what}.source`}
      value={(language) => textsIn(body, language).parts[part]?.[what].source ?? ''}
      onChange={(language, source) => change(withPart(body, language, part, what, source))}
    />
  );
}

/** What a learner who picked this part is told; folded away until it is wanted. */
export function FeedbackField({ part }: { part: string }) {
  const t = useTranslations('bank.editor');
  const { body, languages } = useEditor();
  const written = languages.some((language) => textsIn(body, language).parts[part]?.feedback.source);
  return (
    <details open={written || undefined}>
      <summary className="w-fit cursor-pointer text-sm font-semibold text-accent">{t('feedback')}</summary>
      <div className="mt-2">
        <PartField part={part} what="feedback" label={t('feedback')} />
      </div>
    </details>
  );
}
