'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { Adopt } from '#features/decisions/adopt.tsx';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { dayOf } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';
import { ItemForm } from './item-form.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import type { Item, Meeting } from './types.ts';

type Props = {
  meeting: Meeting;
  item: Item;
  /** The day at headquarters, as a date field holds it. */
  today: string;
  place: { first: boolean; last: boolean };
  onStep: (by: -1 | 1) => void;
};

/** What whoever plans the meeting does with an item: its place, its words, what came of it. */
export function ItemActs({ meeting, item, today, place, onStep }: Props) {
  const t = useTranslations('meetings.item');
  const o = useTranslations('meetings.outcome');
  const marking = meeting.markings[item.markingId];
  const { title } = item;
  const undecided = item.text?.version && !item.text.decision ? item.text.version : null;
  return (
    <div
      role="toolbar"
      aria-label={t('acts', { title })}
      className="no-print mt-2 flex flex-wrap items-center gap-1.5"
    >
      {([-1, 1] as const).map((by) => (
        <Button
          key={by}
          size="small"
          data-move={`${item.id}:${by}`}
          aria-disabled={by < 0 ? place.first : place.last}
          aria-label={t(by < 0 ? 'up' : 'down', { title })}
          aria-keyshortcuts={by < 0 ? 'Alt+ArrowUp' : 'Alt+ArrowDown'}
          onClick={() => onStep(by)}
        >
          <span aria-hidden="true">{by < 0 ? '↑' : '↓'}</span>
        </Button>
      ))}
      {meeting.mayRecord ? (
        <PlanDialog action={o('record')} about={title} title={o('of', { title })}>
          {(close) => (
            <OutcomeForm meetingId={meeting.id} zone={meeting.body.zone} item={item} onDone={close} />
          )}
        </PlanDialog>
      ) : null}
      {meeting.mayRecord && meeting.mayAdopt && item.text && undecided ? (
        <Adopt
          textId={item.text.id}
          version={undecided}
          today={today}
          meeting={{ day: dayOf(meeting.startsAt, meeting.body.zone), place: meeting.place }}
        />
      ) : null}
      {marking ? (
        <PlanDialog action={t('change')} about={title} title={t('changeTitle')}>
          {(close) => <ItemForm meetingId={meeting.id} item={item} marking={marking} onDone={close} />}
        </PlanDialog>
      ) : null}
      <RemoveItem item={item} />
    </div>
  );
}

function RemoveItem({ item }: { item: Item }) {
  const t = useTranslations('meetings.item');
  const router = useRouter();
  const command = useCommand(api.meetings.removeItem.mutate);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" look="danger" onClick={() => setAsking(true)}>
        {t('remove')}
        <span className="sr-only">: {item.title}</span>
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('removeTitle', { title: item.title })}
        confirm={t('remove')}
        danger
        pending={command.pending}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          if (!(await command.run({ itemId: item.id }))) return;
          setAsking(false);
          router.refresh();
        }}
      >
        <p>{command.message ?? t('removeNote')}</p>
      </ConfirmDialog>
    </>
  );
}
