'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { EmptyState } from '#components/empty-state.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { api } from '#trpc/client.ts';
import { ChangeObservation } from './observe-form.tsx';
import type { Observation, Observations } from './types.ts';

/** What the author of an observation may still do with it. */
export function OwnActs({ observation, names }: { observation: Observation; names: Observations['names'] }) {
  const t = useTranslations('lessons.observe');
  const router = useRouter();
  const remove = useCommand(api.lessons.removeObservation.mutate);
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <PlanDialog action={t('change')} about={observation.what} title={t('change')}>
        {(close) => <ChangeObservation observation={observation} names={names} onDone={close} />}
      </PlanDialog>
      <PlanDialog action={t('remove')} about={observation.what} title={t('removeTitle')}>
        {(close) => (
          <>
            <p className="mb-4 max-w-measure whitespace-pre-line wrap-anywhere">{observation.what}</p>
            <ErrorSummary message={remove.message} entries={remove.entries} attempt={remove.attempt} />
            <Button
              look="danger"
              disabled={remove.pending}
              onClick={async () => {
                if (!(await remove.run({ observationId: observation.id }))) return;
                close();
                router.refresh();
              }}
            >
              {t('remove')}
            </Button>
          </>
        )}
      </PlanDialog>
    </div>
  );
}

/** Nothing has been noted yet. */
export function NoObservations({ all }: { all: boolean }) {
  const t = useTranslations('lessons.observe');
  return <EmptyState title={t('empty')}>{all ? t('emptyBody') : t('emptyOwn')}</EmptyState>;
}
