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
import { api } from '#trpc/client.ts';

type Owners = Awaited<ReturnType<typeof api.decisions.owners.query>>;

/** Gives a nation or a person something to do after a decision. */
export function AddAction({ decisionId }: { decisionId: string }) {
  const t = useTranslations('decisions.actions');
  const router = useRouter();
  const [owners, setOwners] = useState<Owners | null>(null);
  const [open, setOpen] = useState(false);
  const command = useCommand(api.decisions.addAction.mutate);
  async function begin() {
    setOpen(true);
    setOwners(await api.decisions.owners.query({ decisionId }).catch(() => ({ nations: [], people: [] })));
  }
  const close = () => {
    command.reset();
    setOpen(false);
  };
  return (
    <>
      <Button size="small" className="no-print" onClick={begin}>
        {t('add')}
      </Button>
      <Dialog open={open} onClose={close} title={t('addTitle')}>
        <CommandForm
          command={command}
          submit={t('give')}
          input={(form) => ({
            decisionId,
            what: String(form.get('what') ?? '').trim(),
            owner: String(form.get('owner') ?? ''),
            dueOn: String(form.get('dueOn') ?? '') || null,
          })}
          onDone={() => {
            close();
            router.refresh();
          }}
        >
          <Field name="what" label={t('what')} error={command.errorOf('what')}>
            <TextArea name="what" rows={3} maxLength={1000} />
          </Field>
          <OwnerField owners={owners} error={command.errorOf('owner')} />
          <Field name="dueOn" label={t('dueOn')} error={command.errorOf('dueOn')} optional>
            <TextField type="date" name="dueOn" />
          </Field>
        </CommandForm>
      </Dialog>
    </>
  );
}

function OwnerField({ owners, error }: { owners: Owners | null; error: string | null }) {
  const t = useTranslations('decisions.actions');
  return (
    <Field name="owner" label={t('owner')} description={t('ownerNote')} error={error}>
      <Select name="owner" disabled={owners === null}>
        <optgroup label={t('nations')}>
          {owners?.nations.map(({ id, name }) => (
            <option key={id} value={`party:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('people')}>
          {owners?.people.map(({ id, name }) => (
            <option key={id} value={`person:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      </Select>
    </Field>
  );
}
