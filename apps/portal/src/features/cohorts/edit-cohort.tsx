'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import type { Party } from '#features/people/types.ts';
import { api } from '#trpc/client.ts';
import { CohortFields, type CohortValues, cohortInput } from './cohort-fields.tsx';

type Props = {
  cohortId: string;
  revision: number;
  values: CohortValues;
  parties: readonly Party[];
  zone: string;
};

/** Changes names, dates and seats. Who saves second is told. */
export function EditCohort({ cohortId, revision, values, parties, zone }: Props) {
  const t = useTranslations('cohorts');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const command = useCommand(api.cohorts.edit.mutate);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('edit.open')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('edit.title')}>
        <CommandForm
          command={command}
          submit={t('edit.submit')}
          input={(form) => ({ cohortId, revision, ...cohortInput(form, parties, zone) })}
          onDone={() => {
            setOpen(false);
            router.refresh();
          }}
        >
          <CohortFields values={values} parties={parties} errorOf={command.errorOf} />
        </CommandForm>
      </Dialog>
    </>
  );
}
