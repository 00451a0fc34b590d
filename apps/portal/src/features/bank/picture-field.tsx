'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import { useEditor } from './editor-state.tsx';
import { readAsBase64 } from './read-file.ts';

const MOST_BYTES = 5_000_000;

/** Brings a picture into the bank. */
export function PictureField({ fileId, onChange }: { fileId: string; onChange: (fileId: string) => void }) {
  const t = useTranslations('bank.editor.hotspot');
  const { errorOf } = useEditor();
  const [problem, setProblem] = useState<string | null>(null);
  const command = useCommand(api.bank.keepPicture.mutate);

  async function bring(file: File | undefined) {
    if (!file) return;
    if (file.size > MOST_BYTES) return setProblem(t('tooLarge'));
    setProblem(null);
    const kept = await command.run({ name: file.name, content: await readAsBase64(file) });
    if (kept) onChange(kept.fileId);
  }

  return (
    <Field
      name="body.imageFileId"
      label={fileId === '' ? t('picture') : t('otherPicture')}
      description={t('pictureHint')}
      error={problem ?? command.errorOf('content') ?? command.message ?? errorOf('body.imageFileId')}
    >
      <TextField
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp,image/avif"
        disabled={command.pending}
        onChange={(event) => bring(event.target.files?.[0])}
      />
    </Field>
  );
}
