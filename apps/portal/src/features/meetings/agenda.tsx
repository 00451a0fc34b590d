'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { Notice } from '#components/notice.tsx';
import { cx } from '#components/ui/cx.ts';
import { useReorder } from '#components/use-reorder.ts';
import { api } from '#trpc/client.ts';
import { AgendaItem } from './agenda-item.tsx';
import type { Meeting } from './types.ts';

/** The agenda: items in order, each with its marking; who plans the meeting puts them in another order. */
export function Agenda({ meeting, today }: { meeting: Meeting; today: string }) {
  const t = useTranslations('meetings.agenda');
  const router = useRouter();
  const command = useCommand(api.meetings.order.mutate);
  const [moved, setMoved] = useState<string[] | null>(null);
  const [said, setSaid] = useState('');
  const items = arranged(meeting.items, moved);
  const keys = items.map(({ id }) => id);
  const { list, dragged, row, step } = useReorder<HTMLOListElement>(keys, async (order, { key, to }) => {
    setMoved(order);
    const title = items.find(({ id }) => id === key)?.title ?? '';
    setSaid(t('moved', { title, place: to + 1, total: order.length }));
    await command.run({ meetingId: meeting.id, itemIds: order });
    router.refresh();
    setMoved(null);
  });
  if (items.length === 0) return <p className="text-ink-2">{t('empty')}</p>;
  return (
    <>
      {command.message ? <Notice kind="bad">{command.message}</Notice> : null}
      <ol ref={list} className="border-t border-line">
        {items.map((item, index) => (
          <li
            key={item.id}
            id={`item-${item.id}`}
            {...(meeting.mayPlan ? row(item.id, index) : {})}
            className={cx(
              'grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2 border-b border-line py-4',
              dragged === item.id && 'opacity-50',
            )}
          >
            <span className="font-semibold text-ink-2 tabular-nums">{index + 1}.</span>
            <AgendaItem
              meeting={meeting}
              item={item}
              today={today}
              place={{ first: index === 0, last: index === items.length - 1 }}
              onStep={(by) => step(item.id, by)}
            />
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

/** The items in an order that is on its way to the server; what it does not name stays at the end. */
function arranged(items: Meeting['items'], order: readonly string[] | null) {
  if (!order) return items;
  const named = order.flatMap((id) => items.find((item) => item.id === id) ?? []);
  return [...named, ...items.filter(({ id }) => !order.includes(id))];
}
