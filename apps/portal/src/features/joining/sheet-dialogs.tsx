'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { ConfirmedCommand } from '#components/confirmed-command.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { clockOf, dayOf, instantAt } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';
import type { Sheet, Sheets } from './types.ts';

type DialogProps = { sheet: Sheet | null; sheets: Sheets; about?: string };

/** Writes a sheet, or changes one. */
export function SheetDialog({ sheet, sheets, about }: DialogProps) {
  const t = useTranslations('joining');
  const words = sheet
    ? { action: t('change'), about, title: t('changeTitle') }
    : { action: t('add'), title: t('add'), size: 'normal' as const };
  return (
    <PlanDialog {...words}>
      {(close) => <SheetForm sheet={sheet} sheets={sheets} onDone={close} />}
    </PlanDialog>
  );
}

type FormProps = { sheet: Sheet | null; sheets: Sheets; onDone: () => void };

function SheetForm({ sheet, sheets, onDone }: FormProps) {
  const t = useTranslations('joining');
  const zone = sheets.exercise.timeZone;
  const router = useRouter();
  const command = useCommand(api.joining.save.mutate);
  return (
    <CommandForm
      command={command}
      submit={t('save')}
      input={(form) => sheetInput(form, { sheet, exerciseId: sheets.exercise.id, zone })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
    >
      <Whom sheet={sheet} sheets={sheets} errorOf={command.errorOf} />
      <Field name="place" label={t('place')} error={command.errorOf('place')} optional>
        <TextField name="place" defaultValue={sheet?.place ?? ''} maxLength={300} />
      </Field>
      <div className="grid grid-cols-[minmax(0,1fr)_8rem] gap-3">
        <Field name="reportAt" label={t('reportAt')} error={command.errorOf('reportAt')} optional>
          <TextField
            type="date"
            name="reportAt"
            defaultValue={sheet?.reportAt ? dayOf(sheet.reportAt, zone) : ''}
          />
        </Field>
        <Field name="reportTime" label={t('reportTime')} description={zone.replaceAll('_', ' ')}>
          <TextField
            type="time"
            name="reportTime"
            defaultValue={sheet?.reportAt ? clockOf(sheet.reportAt, zone) : '08:00'}
          />
        </Field>
      </div>
      <Field
        name="contact"
        label={t('contact')}
        description={t('contactNote')}
        error={command.errorOf('contact')}
        optional
      >
        <TextField name="contact" defaultValue={sheet?.contact ?? ''} maxLength={300} />
      </Field>
      {(['textEn', 'textFr'] as const).map((name) => (
        <Field key={name} name={name} label={t(name)} error={command.errorOf(name)}>
          <TextArea name={name} rows={5} defaultValue={sheet?.[name] ?? ''} maxLength={8000} />
        </Field>
      ))}
    </CommandForm>
  );
}

type WhomProps = Omit<FormProps, 'onDone'> & { errorOf: (path: string) => string | null };

function Whom({ sheet, sheets, errorOf }: WhomProps) {
  const t = useTranslations('joining');
  const choices = [
    { name: 'roleId' as const, all: t('anyRole'), options: sheets.roles },
    { name: 'teamId' as const, all: t('anyTeam'), options: sheets.teams },
  ];
  return (
    <div className="grid gap-5 md:grid-cols-2">
      {choices.map(({ name, all, options }) => (
        <Field key={name} name={name} label={t(name)} error={errorOf(name)}>
          <Select name={name} defaultValue={sheet?.[name] ?? ''}>
            <option value="">{all}</option>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.name}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}

type About = { sheet: Sheet | null; exerciseId: string; zone: string };

function sheetInput(form: FormData, { sheet, exerciseId, zone }: About) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const time = text('reportTime').slice(0, 5) || '00:00';
  return {
    ...{ exerciseId, sheetId: sheet?.id ?? null, revision: sheet?.revision ?? null },
    ...{ roleId: text('roleId') || null, teamId: text('teamId') || null },
    ...{ place: text('place'), contact: text('contact') },
    reportAt: text('reportAt') ? instantAt(text('reportAt'), time, zone) : null,
    ...{ textEn: text('textEn'), textFr: text('textFr') },
  };
}

/** Takes a sheet away, after asking once more. */
export function RemoveSheet({ sheetId, about }: { sheetId: string; about: string }) {
  const t = useTranslations('joining');
  const router = useRouter();
  const command = useCommand(api.joining.remove.mutate);
  return (
    <ConfirmedCommand
      command={command}
      input={{ sheetId }}
      action={t('remove')}
      about={about}
      title={t('removeTitle', { whom: about })}
      onDone={() => {
        toast(t('removed'));
        router.refresh();
      }}
    >
      {t('removeFollows')}
    </ConfirmedCommand>
  );
}

/** Sends what was not sent as it is now, after saying what follows. */
export function SendSheets({ exerciseId, count }: { exerciseId: string; count: number }) {
  const t = useTranslations('joining');
  const router = useRouter();
  const command = useCommand(api.joining.send.mutate);
  return (
    <ConfirmedCommand
      command={command}
      input={{ exerciseId }}
      action={t('send', { count })}
      look="primary"
      title={t('sendTitle')}
      confirm={t('sendConfirm')}
      onDone={({ people }) => {
        toast(t('sent', { people }));
        router.refresh();
      }}
    >
      {t('sendFollows')}
    </ConfirmedCommand>
  );
}
