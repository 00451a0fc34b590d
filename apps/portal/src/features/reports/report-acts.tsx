'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { Press } from '#features/lessons/wash-acts.tsx';
import { api } from '#trpc/client.ts';

/** Writes what stands before the report. */
export function SaveSummary({ exerciseId, summary }: { exerciseId: string; summary: string }) {
  const t = useTranslations('reports');
  const router = useRouter();
  const command = useCommand(api.reports.saveSummary.mutate);
  return (
    <PlanDialog action={summary ? t('changeSummary') : t('writeSummary')} title={t('summary')} size="normal">
      {(close) => (
        <CommandForm
          command={command}
          submit={t('save')}
          input={(form) => ({ exerciseId, summary: String(form.get('summary') ?? '').trim() })}
          onDone={() => {
            close();
            toast(t('saved'));
            router.refresh();
          }}
        >
          <Field name="summary" label={t('summary')} error={command.errorOf('summary')}>
            <TextArea name="summary" rows={10} maxLength={12000} defaultValue={summary} />
          </Field>
        </CommandForm>
      )}
    </PlanDialog>
  );
}

/** Lets those who took part read the report. */
export function IssueReport({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('reports');
  const command = useCommand(api.reports.issue.mutate);
  return <Press command={command} input={{ exerciseId }} label={t('issue')} look="primary" size="normal" />;
}
