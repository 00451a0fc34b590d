'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import type { InjectList } from './types.ts';

type Storyline = InjectList['storylines'][number];
type Props = { exerciseId: string; storylines: readonly Storyline[] };

/** The storylines: named, renamed, taken away. */
export function StorylinesDialog({ exerciseId, storylines }: Props) {
  const t = useTranslations('injects.storylines');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('open')}>
        <div className="flex flex-col gap-5">
          {[...storylines, null].map((one) => (
            <StorylineForm
              key={one?.id ?? `new ${storylines.length}`}
              exerciseId={exerciseId}
              storyline={one}
            />
          ))}
        </div>
      </Dialog>
    </>
  );
}

function StorylineForm({ exerciseId, storyline }: { exerciseId: string; storyline: Storyline | null }) {
  const t = useTranslations('injects.storylines');
  const router = useRouter();
  const command = useCommand(api.injects.saveStoryline.mutate);
  const removal = useCommand(api.injects.removeStoryline.mutate);
  const name = `storyline-${storyline?.id ?? 'new'}`;
  const submit = storyline ? t('rename') : t('add');
  return (
    <CommandForm
      command={command}
      submit={submit}
      look="plain"
      input={(form) => ({
        ...{ exerciseId, storylineId: storyline?.id ?? null, title: String(form.get(name) ?? '').trim() },
      })}
      onDone={() => router.refresh()}
      actions={
        storyline ? (
          <Button
            disabled={removal.pending}
            onClick={async () => {
              if (await removal.run({ storylineId: storyline.id })) router.refresh();
            }}
          >
            {t('remove')}
            <span className="sr-only">: {storyline.title}</span>
          </Button>
        ) : null
      }
    >
      <Field name={name} label={storyline ? t('title') : t('new')} error={command.errorOf('title')}>
        <TextField name={name} defaultValue={storyline?.title ?? ''} maxLength={200} autoComplete="off" />
      </Field>
    </CommandForm>
  );
}
