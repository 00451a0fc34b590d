'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmedCommand } from '#components/confirmed-command.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Ends a key at once. */
export function RevokeKey({ keyId, name }: { keyId: string; name: string }) {
  const t = useTranslations('checks');
  const router = useRouter();
  const command = useCommand(api.checks.revokeKey.mutate);
  return (
    <ConfirmedCommand
      command={command}
      input={{ keyId }}
      action={t('revoke')}
      about={name}
      title={t('revokeTitle', { name })}
      onDone={() => {
        toast(t('revokedNow'));
        router.refresh();
      }}
    >
      {t('revokeFollows')}
    </ConfirmedCommand>
  );
}
