'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandDialog } from '#components/command-dialog.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { api } from '#trpc/client.ts';
import type { Delegation } from './types.ts';

const powers = ['position', 'break'] as const;

/** Changes what a delegate may do for the nation; it holds from the moment it is saved. */
export function PowersDialog({ person }: { person: Delegation['people'][number] }) {
  const t = useTranslations('delegation');
  const c = useTranslations('common');
  const change = useCommand(api.delegations.setPowers.mutate);
  return (
    <CommandDialog
      command={change}
      action={t('change')}
      about={person.name}
      title={t('changeTitle', { name: person.name })}
      submit={c('save')}
      done={t('changed')}
      input={(form) => ({
        seatId: person.seatId,
        powers: powers.filter((power) => form.get(power) !== null),
      })}
    >
      <div>
        {powers.map((power) => (
          <Checkbox key={power} name={power} defaultChecked={person.powers.includes(power)}>
            {t(`powers.${power}`)}
          </Checkbox>
        ))}
        <p className="mt-2 text-sm text-ink-2">{t('changeNote')}</p>
      </div>
    </CommandDialog>
  );
}
