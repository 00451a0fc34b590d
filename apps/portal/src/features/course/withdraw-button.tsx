'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmedCommand } from '#components/confirmed-command.tsx';
import { api } from '#trpc/client.ts';

/** Leaves the course, after asking once more. */
export function WithdrawButton({ enrolmentId }: { enrolmentId: string }) {
  const t = useTranslations('course.withdraw');
  const router = useRouter();
  const withdraw = useCommand(api.enrolments.withdraw.mutate);
  return (
    <ConfirmedCommand
      command={withdraw}
      input={{ enrolmentId }}
      action={t('action')}
      look="quiet"
      title={t('title')}
      onDone={() => router.refresh()}
    >
      {t('body')}
    </ConfirmedCommand>
  );
}
