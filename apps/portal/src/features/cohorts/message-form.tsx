'use client';

import type { MessageAudience } from '@concord/api/features/cohorts/schemas';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import { MessagePreviewed } from './message-preview.tsx';
import { emptyMessage, type MessageText, MessageTexts } from './message-texts.tsx';
import type { MessagePreview } from './types.ts';

const audiences: readonly MessageAudience[] = ['all', 'notBegun', 'overdue'];

type Written = {
  cohortId: string;
  audience: MessageAudience;
  en: MessageText | null;
  fr: MessageText | null;
};

/** A language somebody wrote nothing in is left out. */
const kept = (text: MessageText) => (text.subject.trim() === '' && text.text.trim() === '' ? null : text);

/** Writes to a cohort: first shown as it will be read and to whom, then sent, once. */
export function MessageForm({ cohortId }: { cohortId: string }) {
  const t = useTranslations('cohorts.messages');
  const router = useRouter();
  const [texts, setTexts] = useState(emptyMessage);
  const [audience, setAudience] = useState<MessageAudience>('all');
  const [shown, setShown] = useState<MessagePreview | null>(null);
  const look = useCommand(({ commandId: _, ...written }: Written & { commandId: string }) =>
    api.cohorts.previewMessage.mutate(written),
  );
  const command = useCommand(api.cohorts.send.mutate);
  const written: Written = { cohortId, audience, en: kept(texts.en), fr: kept(texts.fr) };

  async function preview(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    command.reset();
    setShown((await look.run(written)) ?? null);
  }

  async function send() {
    const done = await command.run(written);
    if (!done) return;
    toast(t('sent', { count: done.people }));
    setTexts(emptyMessage);
    setShown(null);
    router.refresh();
  }

  return (
    <form onSubmit={preview} noValidate aria-busy={look.pending || command.pending}>
      <ErrorSummary
        message={command.message ?? look.message}
        entries={[...command.entries, ...look.entries]}
        attempt={command.attempt + look.attempt}
      />
      {shown ? (
        <MessagePreviewed written={written} shown={shown} />
      ) : (
        <div className="flex flex-col gap-5">
          <Field name="audience" label={t('to')}>
            <Select
              name="audience"
              value={audience}
              onChange={(event) => setAudience(event.target.value as MessageAudience)}
            >
              {audiences.map((one) => (
                <option key={one} value={one}>
                  {t(`audiences.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <MessageTexts texts={texts} onChange={setTexts} errorOf={look.errorOf} />
        </div>
      )}
      <div className="mt-6 flex flex-wrap items-center gap-2">
        {shown ? (
          <>
            <Button look="primary" disabled={command.pending || shown.to.length === 0} onClick={send}>
              {t('send', { count: shown.to.length })}
            </Button>
            <Button onClick={() => setShown(null)}>{t('goOn')}</Button>
          </>
        ) : (
          <Button type="submit" look="primary" disabled={look.pending}>
            {t('preview')}
          </Button>
        )}
      </div>
    </form>
  );
}
