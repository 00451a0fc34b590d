'use client';

import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Of } from '../edit-body.ts';
import { useEditor } from '../editor-state.tsx';
import { NumberField } from '../number-field.tsx';

/** How long an essay may be, and what markers look for. */
export function EssayEditor({ body }: { body: Of<'essay'> }) {
  const t = useTranslations('bank.editor.essay');
  const { change } = useEditor();
  return (
    <>
      <div className="flex flex-wrap gap-4">
        <NumberField
          optional
          label={t('minWords')}
          path="body.minWords"
          value={body.minWords}
          onChange={(minWords) => change({ ...body, minWords })}
          className="w-48"
        />
        <NumberField
          optional
          label={t('maxWords')}
          path="body.maxWords"
          value={body.maxWords}
          onChange={(maxWords) => change({ ...body, maxWords })}
          className="w-48"
        />
      </div>
      <Guidance value={body.guidance} onChange={(guidance) => change({ ...body, guidance })} />
    </>
  );
}

/** How many files are taken, of which kind, and what markers look for. */
export function FileEditor({ body }: { body: Of<'file'> }) {
  const t = useTranslations('bank.editor.file');
  const { change, errorOf } = useEditor();
  return (
    <>
      <NumberField
        label={t('maxFiles')}
        path="body.maxFiles"
        value={body.maxFiles}
        onChange={(maxFiles) => change({ ...body, maxFiles: maxFiles ?? 1 })}
      />
      <Field
        name="body.mediaTypes"
        label={t('mediaTypes')}
        description={t('mediaTypesHint')}
        error={errorOf('body.mediaTypes')}
        optional
      >
        <TextField
          defaultValue={body.mediaTypes.join(', ')}
          onChange={(event) =>
            change({
              ...body,
              mediaTypes: event.target.value
                .split(',')
                .map((type) => type.trim())
                .filter(Boolean),
            })
          }
        />
      </Field>
      <Guidance value={body.guidance} onChange={(guidance) => change({ ...body, guidance })} />
    </>
  );
}

function Guidance({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations('bank.editor.essay');
  const { errorOf } = useEditor();
  return (
    <Field
      name="body.guidance"
      label={t('guidance')}
      description={t('guidanceHint')}
      error={errorOf('body.guidance')}
      optional
    >
      <TextArea value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
