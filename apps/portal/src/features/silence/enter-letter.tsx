'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { cx } from '#components/ui/cx.ts';
import { Field, fieldId } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { Attachments } from '#features/contribution/attachments.tsx';
import { useUploads } from '#features/contribution/use-uploads.ts';
import { api } from '#trpc/client.ts';
import { ParagraphChoice } from './paragraph-choice.tsx';
import type { NamedParagraph } from './types.ts';

type Props = {
  silenceId: string;
  nations: readonly { id: string; name: string }[];
  onCancel: () => void;
  onDone: (words: string) => void;
};

/** A nation's break that reached the chair by letter or telephone: in effect at once, and the nation confirms it. */
export function EnterLetter({ silenceId, nations, onCancel, onDone }: Props) {
  const t = useTranslations('silence.chair');
  const b = useTranslations('silence.break');
  const c = useTranslations('common');
  const command = useCommand(api.silence.enterLetter.mutate);
  const files = useUploads();
  const [paragraphs, setParagraphs] = useState<readonly NamedParagraph[] | null>(null);
  useEffect(() => {
    let wanted = true;
    api.silence.paragraphs
      .query({ silenceId })
      .then((answer) => wanted && setParagraphs(answer.paragraphs))
      .catch(() => wanted && setParagraphs([]));
    return () => {
      wanted = false;
    };
  }, [silenceId]);
  return (
    <CommandForm
      command={command}
      look="plain"
      input={(form) => ({
        silenceId,
        partyId: String(form.get('partyId') ?? ''),
        kind: form.get('kind') === 'amendment' ? ('amendment' as const) : ('objection' as const),
        paragraphIds: form.getAll('paragraph').map(String),
        reason: String(form.get('reason') ?? ''),
        fileIds: files.uploads.flatMap(({ fileId }) => fileId ?? []),
      })}
      submit={t('submit.enterLetter')}
      onDone={({ late }) => onDone(t(late ? 'done.lateLetter' : 'done.enterLetter'))}
      actions={
        <Button look="quiet" onClick={onCancel}>
          {c('cancel')}
        </Button>
      }
    >
      <p className="max-w-measure text-ink-2">{t('consequence.enterLetter')}</p>
      <Field name="partyId" label={t('nation')} error={command.errorOf('partyId')}>
        <Select name="partyId" defaultValue="">
          <option value="" disabled>
            {t('chooseNation')}
          </option>
          {nations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <RadioGroup
        name="kind"
        legend={t('says')}
        defaultValue="objection"
        options={(['objection', 'amendment'] as const).map((value) => ({
          value,
          label: b(`kinds.${value}`),
        }))}
      />
      <ParagraphChoice paragraphs={paragraphs} />
      <Field
        name="reason"
        label={t('letter')}
        description={t('letterNote')}
        error={command.errorOf('reason')}
      >
        <TextArea name="reason" rows={3} maxLength={4000} />
      </Field>
      <Scan files={files} error={command.errorOf('fileIds')} />
    </CommandForm>
  );
}

type ScanProps = { files: ReturnType<typeof useUploads>; error: string | null | undefined };

/** The letter itself, as it was scanned: up to five files. */
function Scan({ files, error }: ScanProps) {
  const t = useTranslations('silence.chair');
  return (
    <Field name="scan" label={t('scan')} description={t('scanNote')} error={error} optional>
      <label className={cx(buttonLook(), 'mb-2 w-fit')}>
        {t('chooseScan')}
        <input
          id={fieldId('scan')}
          type="file"
          multiple
          accept="application/pdf,image/*"
          className="sr-only"
          onChange={({ target }) => {
            void files.add([...(target.files ?? [])].slice(0, 5 - files.uploads.length));
            target.value = '';
          }}
        />
      </label>
      <Attachments uploads={files.uploads} onDrop={files.drop} />
    </Field>
  );
}
