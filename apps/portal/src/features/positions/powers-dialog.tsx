'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import type { Delegation } from './types.ts';

const powers = ['position', 'break'] as const;

/** Changes what a delegate may do for the nation; it holds from the moment it is saved. */
export function PowersDialog({ person }: { person: Delegation['people'][number] }) {
  const t = useTranslations('delegation');
  const c = useTranslations('common');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const change = useCommand(api.delegations.setPowers.mutate);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('change')}
        <span className="sr-only"> {person.name}</span>
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('changeTitle', { name: person.name })}>
        <CommandForm
          command={change}
          submit={c('save')}
          input={(form) => ({
            seatId: person.seatId,
            powers: powers.filter((power) => form.get(power) !== null),
          })}
          onDone={() => {
            setOpen(false);
            toast(t('changed'));
            router.refresh();
          }}
          actions={<Button onClick={() => setOpen(false)}>{c('cancel')}</Button>}
        >
          <div>
            {powers.map((power) => (
              <Checkbox key={power} name={power} defaultChecked={person.powers.includes(power)}>
                {t(`powers.${power}`)}
              </Checkbox>
            ))}
            <p className="mt-2 text-sm text-ink-2">{t('changeNote')}</p>
          </div>
        </CommandForm>
      </Dialog>
    </>
  );
}
