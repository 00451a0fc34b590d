'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmedCommand } from '#components/confirmed-command.tsx';
import { api } from '#trpc/client.ts';

/** Ends a requirement, after asking once more. */
export function EndRequirement(props: { requirementId: string; revision: number; title: string }) {
  const { requirementId, revision, title } = props;
  const t = useTranslations('requirements.end');
  const router = useRouter();
  const command = useCommand(api.requirements.end.mutate);
  function onDone() {
    router.push('/people/requirements');
    router.refresh();
  }
  return (
    <ConfirmedCommand
      {...{ command, onDone }}
      input={{ requirementId, revision }}
      action={t('open')}
      title={t('title', { title })}
    >
      {t('body')}
    </ConfirmedCommand>
  );
}
