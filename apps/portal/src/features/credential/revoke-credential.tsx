'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ReasonedDialog } from '#components/reasoned-dialog.tsx';
import { api } from '#trpc/client.ts';

/** Takes a credential back, once its reason is given. */
export function RevokeCredential({ credentialId, about }: { credentialId: string; about: string }) {
  const t = useTranslations('credential.revoke');
  return (
    <ReasonedDialog
      command={useCommand(api.credentials.revoke.mutate)}
      input={(reason) => ({ credentialId, reason })}
      about={about}
      words={{
        ...{ action: t('open'), title: t('title'), follows: t('body'), submit: t('confirm') },
        ...{ reason: t('reason'), reasonNote: t('reasonNote'), done: t('done') },
      }}
    />
  );
}
