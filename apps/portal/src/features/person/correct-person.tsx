'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { PersonFields, type PersonValues, personValues } from '#features/people/person-fields.tsx';
import type { Party } from '#features/people/types.ts';
import { api } from '#trpc/client.ts';

type Props = { personId: string; values: PersonValues; parties: readonly Party[] };

/** Corrects a name, a job title or the party of somebody. */
export function CorrectPerson({ personId, values, parties }: Props) {
  const t = useTranslations('person.correct');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.people.correct.mutate);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title')}>
        <CommandForm
          command={command}
          submit={t('submit')}
          input={(form) => ({ personId, ...personValues(form) })}
          onDone={() => {
            setOpen(false);
            router.refresh();
          }}
        >
          <p className="text-sm text-ink-2">{t('follows')}</p>
          <PersonFields values={values} parties={parties} errorOf={command.errorOf} />
        </CommandForm>
      </Dialog>
    </>
  );
}
