'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';

type Props = {
  textId: string;
  version: { id: string; number: number };
  today: string;
  /** The meeting it was agreed in, where it is recorded from one. */
  meeting?: { day: string; place: string };
};

/** The chair records that the body agreed the text in a meeting: said once more before it is final. */
export function Adopt({ textId, version, today, meeting }: Props) {
  const t = useTranslations('decisions.adopt');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.decisions.adopt.mutate);
  const close = () => {
    command.reset();
    setOpen(false);
  };
  return (
    <>
      <Button size="small" className="no-print" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={close} title={t('title', { number: version.number })}>
        <p className="mb-4 text-ink-2">{t('note')}</p>
        <CommandForm
          command={command}
          submit={t('record')}
          input={(form) => ({
            ...{ textId, versionId: version.id },
            heldOn: String(form.get('heldOn') ?? ''),
            place: String(form.get('place') ?? '').trim(),
            note: String(form.get('note') ?? ''),
            letGaps: form.get('letGaps') !== null,
          })}
          onDone={({ decisionId }) => router.push(paths.decision(decisionId))}
        >
          <Field name="heldOn" label={t('heldOn')} error={command.errorOf('heldOn')}>
            <TextField type="date" name="heldOn" defaultValue={meeting?.day ?? today} max={today} />
          </Field>
          <Field name="place" label={t('place')} error={command.errorOf('place')} optional>
            <TextField name="place" defaultValue={meeting?.place} maxLength={200} autoComplete="off" />
          </Field>
          <Field
            name="note"
            label={t('words')}
            description={t('wordsNote')}
            error={command.errorOf('note')}
            optional
          >
            <TextArea name="note" rows={3} maxLength={2000} />
          </Field>
          <Checkbox name="letGaps">{t('letGaps')}</Checkbox>
        </CommandForm>
      </Dialog>
    </>
  );
}
