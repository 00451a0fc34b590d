'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ReasonedDialog } from '#components/reasoned-dialog.tsx';
import { api } from '#trpc/client.ts';

/** Takes the second factor of a person away, once the reason is given. */
export function ResetFactor({ personId, about }: { personId: string; about: string }) {
  const t = useTranslations('person.resetFactor');
  return (
    <ReasonedDialog
      command={useCommand(api.people.resetFactor.mutate)}
      input={(reason) => ({ personId, reason })}
      about={about}
      words={{
        ...{ action: t('open'), title: t('title'), follows: t('follows'), submit: t('submit') },
        ...{ reason: t('reason'), reasonNote: t('reasonHint'), done: t('done') },
      }}
    />
  );
}
