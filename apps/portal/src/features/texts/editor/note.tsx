'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import type { Dispatch } from './types.ts';

/** What the chair tells whoever reads the version. */
export function Note({ note, dispatch }: { note: string; dispatch: Dispatch }) {
  const t = useTranslations('texts.editor');
  return (
    <Field name="note" label={t('note')} description={t('noteHelp')} optional>
      <TextArea
        rows={3}
        maxLength={4000}
        value={note}
        onChange={(event) => dispatch({ do: 'note', note: event.target.value })}
      />
    </Field>
  );
}
