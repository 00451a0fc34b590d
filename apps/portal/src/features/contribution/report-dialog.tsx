'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

/** Says that an entry should not be where it is; what follows is told before. */
export function ReportDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('contribution');
  const c = useTranslations('common');
  const router = useRouter();
  const report = useCommand(api.contributions.reportSpillage.mutate);
  return (
    <Dialog open onClose={onClose} title={t('reportTitle')}>
      <CommandForm
        command={report}
        submit={t('report')}
        input={(form) => ({ contributionId: id, reason: String(form.get('reason') ?? '') })}
        onDone={() => {
          onClose();
          toast(t('reportDone'));
          router.refresh();
        }}
        actions={<Button onClick={onClose}>{c('cancel')}</Button>}
      >
        <p className="text-ink-2">{t('reportBody')}</p>
        <Field
          name="reason"
          label={t('reportReason')}
          description={t('reportReasonHelp')}
          error={report.errorOf('reason')}
        >
          <TextArea name="reason" rows={3} maxLength={1000} />
        </Field>
      </CommandForm>
    </Dialog>
  );
}
