'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { api } from '#trpc/client.ts';
import { EndFields, endOf, type Wall } from './end-fields.tsx';

type Props = {
  act: 'extend' | 'resume';
  textId: string;
  silenceId: string;
  onCancel: () => void;
  onDone: (words: string) => void;
};

/** A later end: more time while silence runs, or the end with which it goes on after its breaks were lifted. */
export function MoveEnd({ act, textId, silenceId, onCancel, onDone }: Props) {
  const t = useTranslations('silence.chair');
  const c = useTranslations('common');
  const extend = useCommand(api.silence.extend.mutate);
  const resume = useCommand(api.silence.resume.mutate);
  const proposed = useProposed(textId);
  const command = act === 'extend' ? extend : resume;
  if (!proposed) return <p className="text-ink-2">{t('loading')}</p>;
  return (
    <CommandForm
      command={command}
      look="plain"
      input={(form) => ({ silenceId, until: endOf(form), reason: String(form.get('reason') ?? '') })}
      submit={t(`submit.${act}`)}
      onDone={() => onDone(t(`done.${act}`))}
      actions={
        <Button look="quiet" onClick={onCancel}>
          {c('cancel')}
        </Button>
      }
    >
      <p className="max-w-measure text-ink-2">{t(`consequence.${act}`, { hours: proposed.hours })}</p>
      <EndFields textId={textId} proposed={proposed[act]} error={command.errorOf('until')} />
      <Field name="reason" label={t('why')} optional={act === 'resume'} error={command.errorOf('reason')}>
        <TextArea name="reason" rows={2} maxLength={2000} aria-required={act === 'extend'} />
      </Field>
    </CommandForm>
  );
}

type Proposed = { extend: Wall; resume: Wall; hours: number };

function useProposed(textId: string): Proposed | null {
  const [proposed, setProposed] = useState<Proposed | null>(null);
  useEffect(() => {
    let wanted = true;
    api.silence.laterEnd
      .query({ textId })
      .then((answer) => wanted && setProposed(answer))
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [textId]);
  return proposed;
}
