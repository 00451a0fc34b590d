'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';
import { ChooseQuestions } from './choose-questions.tsx';
import { DrawQuestions } from './draw-questions.tsx';
import type { Shelf } from './types.ts';

type Props = { activityId: string; onAdded: () => Promise<void> };

/** The two ways into a quiz: questions by choice, or so many by a blueprint. */
export function AddSlots({ activityId, onAdded }: Props) {
  const t = useTranslations('bank.slots');
  const [way, setWay] = useState<'pinned' | 'draw' | null>(null);
  const [shelves, setShelves] = useState<readonly Shelf[]>([]);

  useEffect(() => {
    if (way !== null) api.bank.categories.query().then(setShelves, () => undefined);
  }, [way]);

  return (
    <div className="mt-4">
      <div className="flex flex-wrap gap-2">
        <Button aria-expanded={way === 'pinned'} onClick={() => setWay(way === 'pinned' ? null : 'pinned')}>
          {t('addPinned')}
        </Button>
        <Button aria-expanded={way === 'draw'} onClick={() => setWay(way === 'draw' ? null : 'draw')}>
          {t('addDraw')}
        </Button>
      </div>
      {way === 'pinned' ? (
        <ChooseQuestions activityId={activityId} shelves={shelves} onAdded={onAdded} />
      ) : null}
      {way === 'draw' && shelves.length > 0 ? (
        <DrawQuestions activityId={activityId} shelves={shelves} onAdded={onAdded} />
      ) : null}
    </div>
  );
}
