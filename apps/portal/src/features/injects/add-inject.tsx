'use client';

import { readExerciseTime } from '@concord/api/features/injects/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import type { InjectList } from './types.ts';

type Props = { exerciseId: string; storylines: InjectList['storylines'] };

/** Adds an inject by its title and time; its cells take the rest. */
export function AddInject({ exerciseId, storylines }: Props) {
  const t = useTranslations('injects.add');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.injects.add.mutate);
  const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('open')}>
        <CommandForm
          command={command}
          submit={t('submit')}
          input={(form) => ({
            ...{ exerciseId, title: text(form, 'title') },
            // What is no time is sent as none, and refused by the field's name.
            minute: readExerciseTime(text(form, 'minute')) ?? Number.MAX_SAFE_INTEGER,
            storylineId: text(form, 'storylineId') || null,
          })}
          onDone={({ number }) => {
            setOpen(false);
            toast(t('done', { number }));
            router.refresh();
          }}
        >
          <Field name="title" label={t('title')} error={command.errorOf('title')}>
            <TextField name="title" maxLength={200} autoComplete="off" />
          </Field>
          <Field
            name="minute"
            label={t('minute')}
            description={t('minuteNote')}
            error={command.errorOf('minute')}
          >
            <TextField name="minute" defaultValue="+0:00" maxLength={12} autoComplete="off" />
          </Field>
          <Field name="storylineId" label={t('storyline')} error={command.errorOf('storylineId')} optional>
            <Select name="storylineId" aria-required={false}>
              <option value="">{t('noStoryline')}</option>
              {storylines.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}
