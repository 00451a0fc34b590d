'use client';

import { useTranslations } from 'next-intl';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { ItemForm } from './item-form.tsx';
import type { Meeting } from './types.ts';

/** Adds an item at the end of the agenda. */
export function AddItem({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('meetings.item');
  const marking = meeting.markings[meeting.markingId];
  if (!marking) return null;
  return (
    <div className="no-print mt-4">
      <PlanDialog action={t('new')} title={t('new')}>
        {(close) => <ItemForm meetingId={meeting.id} item={null} marking={marking} onDone={close} />}
      </PlanDialog>
    </div>
  );
}
