'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Lets whoever the marking lets know of the exercise. */
export function PublishExercise({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('exercise.acts');
  const router = useRouter();
  const command = useCommand(api.exercises.publish.mutate);
  async function publish() {
    if (!(await command.run({ exerciseId }))) return;
    toast(t('published'));
    router.refresh();
  }
  return (
    <>
      <Button look="primary" disabled={command.pending} onClick={publish}>
        {t('publish')}
      </Button>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
    </>
  );
}

/** Calls the exercise off, with a reason all may read. */
export function CancelExercise({ exerciseId, name }: { exerciseId: string; name: string }) {
  const t = useTranslations('exercise.acts');
  const words = useTranslations('common');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.exercises.cancel.mutate);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('cancel')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('cancelTitle')}>
        <p className="font-semibold wrap-anywhere">{name}</p>
        <p className="mb-4 text-ink-2">{t('cancelFollows')}</p>
        <CommandForm
          command={command}
          input={(form) => ({ exerciseId, reason: String(form.get('reason') ?? '').trim() })}
          submit={t('cancel')}
          actions={<Button onClick={() => setOpen(false)}>{words('cancel')}</Button>}
          onDone={() => {
            setOpen(false);
            toast(t('cancelled'));
            router.refresh();
          }}
        >
          <Field name="reason" label={t('reason')} error={command.errorOf('reason')}>
            <TextArea name="reason" rows={3} maxLength={500} />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}

/** Agrees for one's party that it takes part. */
export function AgreeForParty({ exerciseId, partyId }: { exerciseId: string; partyId: string }) {
  const t = useTranslations('exercise.acts');
  const router = useRouter();
  const command = useCommand(api.exercises.agree.mutate);
  async function agree() {
    if (await command.run({ exerciseId, partyId })) router.refresh();
  }
  return (
    <>
      <Button size="small" disabled={command.pending} onClick={agree}>
        {t('agree')}
      </Button>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
    </>
  );
}
