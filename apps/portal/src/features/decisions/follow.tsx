'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';

const relations = ['corrects', 'replaces', 'follows'] as const;

/** Begins a text that corrects, replaces or follows a decision: what was decided is never changed. */
export function Follow({ decisionId, title }: { decisionId: string; title: string }) {
  const t = useTranslations('decisions.follow');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.decisions.follow.mutate);
  const close = () => {
    command.reset();
    setOpen(false);
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={close} title={t('title')}>
        <p className="mb-4 text-ink-2">{t('note')}</p>
        <CommandForm
          command={command}
          submit={t('begin')}
          input={(form) => ({
            decisionId,
            relation: relations.find((one) => one === form.get('relation')) ?? 'corrects',
            title: String(form.get('title') ?? '').trim(),
          })}
          onDone={({ textId }) => router.push(paths.text(textId))}
        >
          <RadioGroup
            name="relation"
            legend={t('relation')}
            defaultValue="corrects"
            options={relations.map((value) => ({ value, label: t(value) }))}
          />
          <Field name="title" label={t('name')} error={command.errorOf('title')}>
            <TextField name="title" defaultValue={title} maxLength={200} autoComplete="off" />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}
