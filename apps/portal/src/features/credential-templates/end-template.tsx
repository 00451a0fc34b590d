'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmedCommand } from '#components/confirmed-command.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';

/** Offers a template no more, after asking once more. */
export function EndTemplate(props: { templateId: string; revision: number; name: string }) {
  const { templateId, revision, name } = props;
  const t = useTranslations('credentialTemplates.end');
  const router = useRouter();
  const command = useCommand(api.credentialTemplates.end.mutate);
  function onDone() {
    router.push(paths.credentialTemplates());
    router.refresh();
  }
  return (
    <ConfirmedCommand
      {...{ command, onDone }}
      input={{ templateId, revision }}
      action={t('open')}
      title={t('title', { name })}
    >
      {t('body')}
    </ConfirmedCommand>
  );
}
