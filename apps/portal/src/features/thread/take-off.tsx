'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';

type Props = { threadId: string; personId: string; name: string; self: boolean };

/** Takes somebody off a thread, or oneself; for whoever leaves there is nothing here any more. */
export function TakeOff({ threadId, personId, name, self }: Props) {
  const t = useTranslations('thread.about');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const takeOff = useCommand(api.threads.takeOff.mutate);

  async function confirm() {
    if (!(await takeOff.run({ threadId, personId }))) return;
    setOpen(false);
    if (self) router.push('/consult');
    else router.refresh();
  }

  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {self ? t('leave') : t('takeOff')}
        {self ? null : <span className="sr-only">: {name}</span>}
      </Button>
      <ConfirmDialog
        open={open}
        danger
        title={self ? t('leaveTitle') : t('takeOffTitle', { name })}
        confirm={self ? t('leave') : t('takeOff')}
        pending={takeOff.pending}
        onClose={() => setOpen(false)}
        onConfirm={confirm}
      >
        {self ? t('leaveBody') : t('takeOffBody', { name })}
        {takeOff.message ? (
          <span role="alert" className="mt-2 block font-semibold text-bad">
            {takeOff.message}
          </span>
        ) : null}
      </ConfirmDialog>
    </>
  );
}
