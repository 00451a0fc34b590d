'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';

const names = ['nameEn', 'nameFr'] as const;

/** Defines a kind of work. */
export function DefineWork() {
  const t = useTranslations('work.define');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.work.define.mutate);
  const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')}>
        <CommandForm
          command={command}
          submit={t('submit')}
          input={(form) => ({
            code: text(form, 'code'),
            nameEn: text(form, 'nameEn'),
            nameFr: text(form, 'nameFr'),
          })}
          onDone={({ workRoleId }) => router.push(paths.work(workRoleId))}
        >
          {names.map((name) => (
            <Field key={name} name={name} label={t(name)} error={command.errorOf(name)}>
              <TextField name={name} autoComplete="off" />
            </Field>
          ))}
          <Field name="code" label={t('code')} description={t('codeHint')} error={command.errorOf('code')}>
            <TextField name="code" autoComplete="off" spellCheck={false} />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}

type Known = { workRoleId: string; nameEn: string; nameFr: string; ended: boolean };

/** Calls it something else, or offers it no more. */
export function ChangeWork({ workRoleId, nameEn, nameFr, ended }: Known) {
  const t = useTranslations('work.change');
  const fields = useTranslations('work.define');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const rename = useCommand(api.work.rename.mutate);
  const retire = useCommand(api.work.retire.mutate);
  const values = { nameEn, nameFr };
  async function turn() {
    if (!(await retire.run({ workRoleId }))) return;
    toast(ended ? t('revived') : t('retired'));
    router.refresh();
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      <Button disabled={retire.pending} onClick={turn}>
        {retire.message ?? (ended ? t('revive') : t('retire'))}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')}>
        <CommandForm
          command={rename}
          submit={t('submit')}
          input={(form) => ({
            workRoleId,
            nameEn: String(form.get('nameEn') ?? ''),
            nameFr: String(form.get('nameFr') ?? ''),
          })}
          onDone={() => {
            setOpen(false);
            router.refresh();
          }}
        >
          {names.map((name) => (
            <Field key={name} name={name} label={fields(name)} error={rename.errorOf(name)}>
              <TextField name={name} defaultValue={values[name]} autoComplete="off" />
            </Field>
          ))}
        </CommandForm>
      </Dialog>
    </>
  );
}
