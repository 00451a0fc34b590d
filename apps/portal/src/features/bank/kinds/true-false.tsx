'use client';

import { useTranslations } from 'next-intl';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import type { Of } from '../edit-body.ts';
import { useEditor } from '../editor-state.tsx';
import { PartField } from '../part-field.tsx';

/** Whether what is said is true, and what is told to who thinks otherwise. */
export function TrueFalseEditor({ body }: { body: Of<'trueFalse'> }) {
  const t = useTranslations('bank.editor.trueFalse');
  const { change } = useEditor();
  return (
    <>
      <RadioGroup
        name="body.right"
        legend={t('legend')}
        value={String(body.right)}
        options={[
          { value: 'true', label: t('true') },
          { value: 'false', label: t('false') },
        ]}
        onChange={(value) => change({ ...body, right: value === 'true' })}
      />
      <PartField part="true" what="feedback" label={t('toTrue')} />
      <PartField part="false" what="feedback" label={t('toFalse')} />
    </>
  );
}
