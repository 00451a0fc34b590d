'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmedCommand } from '#components/confirmed-command.tsx';
import { api } from '#trpc/client.ts';

type Props = { threadId: string; personId: string; name: string; self: boolean };

/** Takes somebody off a thread, or oneself; for whoever leaves there is nothing here any more. */
export function TakeOff({ threadId, personId, name, self }: Props) {
  const t = useTranslations('thread.about');
  const router = useRouter();
  const takeOff = useCommand(api.threads.takeOff.mutate);
  return (
    <ConfirmedCommand
      command={takeOff}
      input={{ threadId, personId }}
      action={self ? t('leave') : t('takeOff')}
      about={name}
      title={self ? t('leaveTitle') : t('takeOffTitle', { name })}
      onDone={() => (self ? router.push('/consult') : router.refresh())}
    >
      {self ? t('leaveBody') : t('takeOffBody', { name })}
    </ConfirmedCommand>
  );
}
