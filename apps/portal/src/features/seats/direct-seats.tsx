'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';

type Approval = 'none' | 'coordinator' | 'both';
type Settings = {
  cohortId: string;
  revision: number;
  approval: Approval;
  sharedSeats: number;
  reofferDays: number | null;
};
type Open = 'settings' | 'reoffer' | null;

const approvals: readonly Approval[] = ['none', 'coordinator', 'both'];

/** What who decides over seats can do about all of them. */
export function DirectSeats({ settings, reoffered }: { settings: Settings; reoffered: boolean }) {
  const t = useTranslations('seats.direct');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Button onClick={() => setOpen('settings')}>{t('settings')}</Button>
      {reoffered ? null : <Button onClick={() => setOpen('reoffer')}>{t('reoffer')}</Button>}
      <Dialog open={open === 'settings'} onClose={close} title={t('settings')}>
        <SettingsForm settings={settings} onClose={close} />
      </Dialog>
      <Dialog open={open === 'reoffer'} onClose={close} title={t('reoffer')}>
        <p className="mb-4 text-ink-2">{t('reofferFollows')}</p>
        <ReofferForm cohortId={settings.cohortId} onClose={close} />
      </Dialog>
    </>
  );
}

/** A whole number as typed; what is none is left for the server to name. */
const number = (form: FormData, name: string) => Number(String(form.get(name) ?? '').trim() || Number.NaN);

function SettingsForm({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const t = useTranslations('seats.direct');
  const command = useCommand(api.seats.settings.mutate);
  const router = useRouter();
  return (
    <CommandForm
      command={command}
      submit={t('save')}
      actions={<Cancel onClose={onClose} />}
      input={(form) => ({
        cohortId: settings.cohortId,
        revision: settings.revision,
        approval: String(form.get('approval')) as Approval,
        sharedSeats: number(form, 'sharedSeats'),
        reofferDays: form.get('reofferDays') === '' ? null : number(form, 'reofferDays'),
        reason: String(form.get('reason') ?? '').trim(),
      })}
      onDone={() => {
        onClose();
        toast(t('saved'));
        router.refresh();
      }}
    >
      <Field name="approval" label={t('approval')}>
        <Select name="approval" defaultValue={settings.approval}>
          {approvals.map((one) => (
            <option key={one} value={one}>
              {t(`approvals.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        name="sharedSeats"
        label={t('shared')}
        description={t('sharedNote')}
        error={command.errorOf('sharedSeats')}
      >
        <TextField name="sharedSeats" inputMode="numeric" defaultValue={settings.sharedSeats} />
      </Field>
      <Field
        name="reofferDays"
        label={t('reofferDays')}
        description={t('reofferNote')}
        error={command.errorOf('reofferDays')}
      >
        <TextField
          name="reofferDays"
          inputMode="numeric"
          aria-required={false}
          defaultValue={settings.reofferDays ?? ''}
        />
      </Field>
      <Reason error={command.errorOf('reason')} />
    </CommandForm>
  );
}

function ReofferForm({ cohortId, onClose }: { cohortId: string; onClose: () => void }) {
  const t = useTranslations('seats.direct');
  const command = useCommand(api.seats.reoffer.mutate);
  const router = useRouter();
  return (
    <CommandForm
      command={command}
      submit={t('reoffer')}
      actions={<Cancel onClose={onClose} />}
      input={(form) => ({ cohortId, reason: String(form.get('reason') ?? '').trim() })}
      onDone={() => {
        onClose();
        toast(t('reofferDone'));
        router.refresh();
      }}
    >
      <Reason error={command.errorOf('reason')} />
    </CommandForm>
  );
}

function Reason({ error }: { error: string | null }) {
  const t = useTranslations('seats.acts');
  return (
    <Field name="reason" label={t('reason')} description={t('reasonNote')} error={error}>
      <TextArea name="reason" rows={3} maxLength={500} />
    </Field>
  );
}

function Cancel({ onClose }: { onClose: () => void }) {
  const t = useTranslations('common');
  return <Button onClick={onClose}>{t('cancel')}</Button>;
}
