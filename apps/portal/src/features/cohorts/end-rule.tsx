'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmedCommand } from '#components/confirmed-command.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Ends a rule. Whom it placed keep their seats, and the dialog says so. */
export function EndRule(props: { cohortId: string; ruleId: string; sentence: string }) {
  const { cohortId, ruleId, sentence } = props;
  const t = useTranslations('cohorts.joining');
  const router = useRouter();
  const command = useCommand(api.cohorts.endRule.mutate);
  return (
    <ConfirmedCommand
      command={command}
      input={{ cohortId, ruleId }}
      action={t('end')}
      about={sentence}
      title={t('endTitle')}
      onDone={() => {
        toast(t('ended'));
        router.refresh();
      }}
    >
      <p className="font-semibold text-ink wrap-anywhere">{sentence}</p>
      <p>{t('endFollows')}</p>
    </ConfirmedCommand>
  );
}
