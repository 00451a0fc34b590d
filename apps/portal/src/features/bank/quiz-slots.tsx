'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { ErrorSummary } from '#components/error-summary.tsx';
import { api } from '#trpc/client.ts';
import { AddSlots } from './add-slots.tsx';
import { SlotRow } from './slot-row.tsx';
import type { QuizSlotList } from './types.ts';

/**
 * What a quiz asks, edited in a draft and shown in a published version: versions of questions pinned by choice, and
 * blueprints with how many questions match now; points, order by keyboard, update to a newer version after seeing
 * what it changes.
 *
 * It is mounted with the quiz's activity id alone, inside `<ClientMessages of={['bank', …]}>`:
 *
 *     <QuizSlots activityId={activity.id} />
 *
 * It loads and saves by itself (each change is a command of its own, apart from the form around it, so it must not
 * stand inside a `<form>`), and calls `onChanged` after each one, for what shows the number of questions elsewhere.
 */
export function QuizSlots({ activityId, onChanged }: { activityId: string; onChanged?: () => void }) {
  const t = useTranslations('bank.slots');
  const [list, setList] = useState<QuizSlotList | null>(null);
  const [failed, setFailed] = useState(false);

  const load = useCallback(async () => {
    const next = await api.bank.slots.query({ activityId }).catch(() => null);
    setFailed(next === null);
    if (next) setList(next);
  }, [activityId]);

  useEffect(() => {
    load();
  }, [load]);

  async function changed() {
    await load();
    onChanged?.();
  }

  return (
    <section aria-labelledby="quiz-slots">
      <h2 id="quiz-slots" className="mb-1">
        {t('title')}
      </h2>
      <p className="mb-3 max-w-measure text-ink-2">{list?.published ? t('published') : t('lead')}</p>
      <ErrorSummary message={failed ? t('failed') : null} attempt={0} />
      {list ? <Slots list={list} onChanged={changed} /> : null}
      {list?.editable ? <AddSlots activityId={activityId} onAdded={changed} /> : null}
    </section>
  );
}

function Slots({ list, onChanged }: { list: QuizSlotList; onChanged: () => Promise<void> }) {
  const t = useTranslations('bank.slots');
  if (list.slots.length === 0)
    return <p className="rounded-md border border-dashed border-line-strong px-4 py-3">{t('none')}</p>;
  return (
    <ol className="border-t border-line">
      {list.slots.map((slot, index) => (
        <SlotRow
          key={slot.id}
          slot={slot}
          index={index}
          last={index === list.slots.length - 1}
          editable={list.editable}
          onChanged={onChanged}
        />
      ))}
    </ol>
  );
}
