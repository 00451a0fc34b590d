'use client';

import { fenced } from '@concord/api/features/contributions/portions';
import { quotation, withoutMentions } from '@concord/api/features/contributions/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import { compose } from './compose-event.ts';
import { EditDialog } from './edit-dialog.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { NarrowDialog } from './narrow-dialog.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { WidenDialog } from './widen-dialog.tsx';

type Asked = { verb: string; contributionId: string; author: string };

/** Sees to the buttons of every entry on the page: quote, reply, edit, narrow, widen, remove, history, unread, report. */
export function EntryActions({ threadId, away }: { threadId: string; away: string }) {
  const t = useTranslations('contribution');
  const router = useRouter();
  const [asked, setAsked] = useState<Asked | null>(null);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const button = (event.target as Element | null)?.closest<HTMLElement>('button[data-verb]');
      const verb = button?.dataset.verb;
      const { entry, author } = button?.closest<HTMLElement>('[data-entry]')?.dataset ?? {};
      if (!verb || !entry || !author) return;
      const one = { verb, contributionId: entry, author };
      if (verb === 'reply' || verb === 'quote') void draw(threadId, one);
      else if (verb === 'unread') void leaveUnread();
      else setAsked(one);
      async function leaveUnread() {
        const input = { commandId: crypto.randomUUID(), threadId, contributionId: one.contributionId };
        const done = await api.threads.markUnread.mutate(input).catch(() => null);
        if (!done) return;
        // Staying would mark it read again.
        toast(t('unreadDone'));
        router.push(away);
      }
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [threadId, away, router, t]);

  const close = useCallback(() => setAsked(null), []);
  if (asked?.verb === 'edit')
    return <EditDialog threadId={threadId} id={asked.contributionId} onClose={close} />;
  if (asked?.verb === 'history') return <HistoryDialog id={asked.contributionId} onClose={close} />;
  if (asked?.verb === 'narrow')
    return <NarrowDialog threadId={threadId} id={asked.contributionId} onClose={close} />;
  if (asked?.verb === 'widen')
    return <WidenDialog threadId={threadId} id={asked.contributionId} onClose={close} />;
  if (asked?.verb === 'report') return <ReportDialog id={asked.contributionId} onClose={close} />;
  if (asked?.verb === 'remove') return <RemoveDialog id={asked.contributionId} onClose={close} />;
  return null;
}

/** Hands an entry to the composer, to be quoted or answered. */
async function draw(threadId: string, { verb, contributionId, author }: Asked): Promise<void> {
  const selected = window.getSelection()?.toString().trim() ?? '';
  const inEntry = window.getSelection()?.anchorNode?.parentElement?.closest(`#c-${contributionId}`);
  const whole = await api.contributions.source.query({ contributionId }).catch(() => null);
  if (!whole) return;
  const from = { contributionId, marking: whole.marking };
  if (verb === 'reply') return compose({ ...from, kind: 'reply', author });
  const at = { threadId, contributionId, author };
  const inPart = window.getSelection()?.anchorNode?.parentElement?.closest<HTMLElement>('[data-part]')
    ?.dataset.part;
  const chosen = selected !== '' && inEntry ? { text: selected, id: inPart ?? null } : null;
  compose({ ...from, kind: 'quote', text: quotedParts(whole, at, chosen) });
}

type Whole = Awaited<ReturnType<typeof api.contributions.source.query>>;
type From = { threadId: string; contributionId: string; author: string };

/** What is quoted, each part of it under the sign it has: whoever may not read a part does not read it in a quotation. */
function quotedParts(whole: Whole, at: From, chosen: { text: string; id: string | null } | null): string {
  const parts = whole.parts ?? [{ text: whole.source, id: null, fence: null }];
  const taken = chosen ? parts.filter(({ id }) => id === chosen.id).slice(0, 1) : parts;
  return taken
    .map(({ text, id, fence }) => {
      const words = chosen ? chosen.text : withoutMentions(text, whole.people);
      if (!id || !fence) return quotation(words, at);
      return `${fenced(quotation(words, { ...at, portionId: id }).trimEnd(), fence)}\n\n`;
    })
    .join('');
}

function RemoveDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useTranslations('contribution');
  const router = useRouter();
  const remove = useCommand(api.contributions.remove.mutate);
  return (
    <ConfirmDialog
      open
      danger
      title={t('removeTitle')}
      confirm={t('remove')}
      pending={remove.pending}
      onClose={onClose}
      onConfirm={async () => {
        if (!(await remove.run({ contributionId: id }))) return;
        onClose();
        toast(t('removedDone'));
        router.refresh();
      }}
    >
      {t('removeBody')}
      {remove.message ? <span className="mt-2 block font-semibold text-bad">{remove.message}</span> : null}
    </ConfirmDialog>
  );
}
