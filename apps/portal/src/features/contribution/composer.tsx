'use client';

import {
  type ContributionKind,
  type Mentioned,
  toStored,
  toWritten,
} from '@concord/api/features/contributions/rules';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { CloseIcon } from '#components/icons.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { toast } from '#components/ui/toast.ts';
import type { Marking, ThreadPage } from '#features/consult/types.ts';
import { formatInstant } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';
import { Attachments } from './attachments.tsx';
import { onCompose } from './compose-event.ts';
import { KindChoice } from './kind-choice.tsx';
import { MarkingLine } from './marking-line.tsx';
import { useBinding } from './use-binding.ts';
import { useDraft } from './use-draft.ts';
import { useUploads } from './use-uploads.ts';
import { WriteOrPreview } from './write-or-preview.tsx';

type Props = {
  threadId: string;
  marking: Marking;
  draft: ThreadPage['draft'];
  zone: string;
  mayState: boolean;
};

/** Where the next entry is written: its marking and audience, the text, its files, and the draft kept meanwhile. */
export function Composer({ threadId, marking, draft, zone, mayState }: Props) {
  const t = useTranslations('contribution');
  const router = useRouter();
  const send = useCommand(api.contributions.contribute.mutate);
  const [people, setPeople] = useState<Mentioned[]>(draft?.people ?? []);
  const [text, setText] = useState(draft ? toWritten(draft.text, draft.people) : '');
  const [reply, setReply] = useState<{ id: string; author: string } | null>(null);
  const [kind, setKind] = useState<ContributionKind>('entry');
  const binding = useBinding(marking, draft?.quoted ?? []);
  const area = useRef<HTMLTextAreaElement>(null);
  const files = useUploads();
  const stored = toStored(text, people);
  const kept = useDraft(threadId, stored, { text: draft?.text ?? '', savedAt: draft?.savedAt ?? null });
  const { bind } = binding;
  const waiting = files.uploads.some((upload) => upload.fileId === null && upload.problem === null);

  useEffect(
    () =>
      onCompose((what) => {
        if (!bind(what.marking)) return;
        if (what.kind === 'reply') setReply({ id: what.contributionId, author: what.author });
        else setText((before) => (before.trim() === '' ? what.text : `${before.trimEnd()}\n\n${what.text}`));
        area.current?.focus();
      }),
    [bind],
  );

  function clear() {
    setText('');
    setReply(null);
    setKind('entry');
    binding.choose(null);
    files.clear();
    kept.forget();
  }

  async function submit() {
    if (waiting || stored.trim() === '') return area.current?.focus();
    const done = await send.run({
      threadId,
      text: stored,
      kind,
      ...(binding.chosen && { marking: binding.chosen }),
      ...(reply && { replyTo: reply.id }),
      fileIds: files.uploads.flatMap((upload) => upload.fileId ?? []),
    });
    if (!done) return;
    clear();
    toast(t('sent'));
    router.refresh();
  }

  async function discard() {
    await api.contributions.discardDraft
      .mutate({ commandId: crypto.randomUUID(), threadId })
      .catch(() => undefined);
    clear();
  }

  return (
    <section
      aria-labelledby="compose"
      className="no-print mt-8 flex max-w-[calc(66ch+13rem)] flex-col gap-3 md:pl-[13rem]"
    >
      <h2 id="compose">{t('yours')}</h2>
      <ErrorSummary message={send.message} entries={send.entries} attempt={send.attempt} />
      <MarkingLine
        threadId={threadId}
        marking={marking}
        chosen={binding.chosen}
        onChange={binding.choose}
        note={binding.note}
        error={send.errorOf('marking')}
      />
      <KindChoice kind={kind} mayState={mayState} onChange={setKind} />
      {reply ? <Replying author={reply.author} onStop={() => setReply(null)} /> : null}
      <WriteOrPreview
        threadId={threadId}
        text={text}
        stored={stored}
        onChange={setText}
        people={people}
        onMention={(person) => setPeople((all) => [...all.filter((one) => one.id !== person.id), person])}
        onSend={submit}
        area={area}
        error={send.errorOf('text')}
      />
      <Attachments uploads={files.uploads} onDrop={files.drop} />
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" disabled={send.pending || waiting} onClick={submit}>
          {send.pending ? t('sending') : t('send')}
        </Button>
        <label className={buttonLook()}>
          {t('attach')}
          <input
            type="file"
            multiple
            className="sr-only"
            onChange={(event) => {
              files.add([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </label>
        {text.trim() === '' ? null : (
          <Button look="quiet" onClick={discard}>
            {t('discard')}
          </Button>
        )}
        <DraftWords state={kept} zone={zone} />
      </div>
    </section>
  );
}

function Replying({ author, onStop }: { author: string; onStop: () => void }) {
  const t = useTranslations('contribution');
  return (
    <p className="flex items-center gap-2 text-sm font-medium">
      {t('replyingTo', { author })}
      <button
        type="button"
        aria-label={t('stopReply', { author })}
        onClick={onStop}
        className="grid size-7 place-items-center rounded-md hover:bg-wash"
      >
        <CloseIcon />
      </button>
    </p>
  );
}

function DraftWords({ state, zone }: { state: { savedAt: string | null; failed: boolean }; zone: string }) {
  const t = useTranslations('contribution');
  const locale = useLocale();
  if (state.failed) return <span className="text-sm font-semibold text-warn">{t('draftFailed')}</span>;
  return (
    <span role="status" className="text-sm text-ink-3">
      {state.savedAt
        ? t('draftSaved', { time: formatInstant(state.savedAt, { zone, locale, style: 'time' }) })
        : null}
    </span>
  );
}
