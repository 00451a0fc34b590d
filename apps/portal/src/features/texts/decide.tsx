'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { api } from '#trpc/client.ts';

export type Outcome = 'accepted' | 'merged' | 'rejected';

type Props = { amendmentId: string; outcome: Outcome | null; onClose: () => void; onDone: () => void };

/** The chair says what becomes of an amendment, and why; accepting it needs no reason. */
export function Decide({ amendmentId, outcome, onClose, onDone }: Props) {
  const t = useTranslations('texts.amendment');
  const c = useTranslations('common');
  const router = useRouter();
  const decide = useCommand(api.texts.decide.mutate);
  return (
    <Dialog open={outcome !== null} onClose={onClose} title={outcome ? t(`decide.${outcome}`) : ''}>
      {outcome ? (
        <CommandForm
          command={decide}
          submit={t(`decide.submit.${outcome}`)}
          input={(form) => ({ amendmentId, outcome, reason: String(form.get('reason') ?? '') })}
          onDone={() => {
            onDone();
            router.refresh();
          }}
          actions={<Button onClick={onClose}>{c('cancel')}</Button>}
        >
          <p className="text-ink-2">{t(`decide.help.${outcome}`)}</p>
          <Field
            name="reason"
            label={t('decide.reason')}
            error={decide.errorOf('reason')}
            optional={outcome === 'accepted'}
          >
            <TextArea name="reason" rows={3} maxLength={4000} />
          </Field>
        </CommandForm>
      ) : null}
    </Dialog>
  );
}
