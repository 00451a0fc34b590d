'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { Attachments } from '#features/contribution/attachments.tsx';
import { useUploads } from '#features/contribution/use-uploads.ts';
import { formatBytes } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';
import type { Document } from './types.ts';

type Props = {
  meetingId: string;
  itemId: string | null;
  /** What they belong to, for who does not see the row. */
  about: string;
  documents: readonly Document[];
  mayPlan: boolean;
};

/** The documents of a meeting or an item; who plans it adds and takes away. */
export function Documents({ meetingId, itemId, about, documents, mayPlan }: Props) {
  const t = useTranslations('meetings');
  const locale = useLocale();
  const router = useRouter();
  const detach = useCommand(api.meetings.detach.mutate);
  if (documents.length === 0 && !mayPlan) return null;
  return (
    <div className="mt-1.5 text-sm">
      {documents.length > 0 ? (
        <ul aria-label={t('documentsOf', { title: about })} className="flex flex-col gap-0.5">
          {documents.map(({ id, name, size }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
              <a
                href={`/api/files/${id}`}
                download
                className="font-medium text-accent underline underline-offset-4"
              >
                {name}
              </a>
              <span className="text-ink-3">{formatBytes(size, locale)}</span>
              {mayPlan ? (
                <Button
                  size="small"
                  look="quiet"
                  className="no-print"
                  disabled={detach.pending}
                  aria-label={t('detach', { name })}
                  onClick={async () => {
                    if (await detach.run({ fileId: id })) router.refresh();
                  }}
                >
                  {t('remove')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayPlan ? <Attach meetingId={meetingId} itemId={itemId} about={about} /> : null}
    </div>
  );
}

function Attach({ meetingId, itemId, about }: Pick<Props, 'meetingId' | 'itemId' | 'about'>) {
  const t = useTranslations('meetings');
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const files = useUploads();
  const attach = useCommand(api.meetings.attach.mutate);
  const ready = files.uploads.flatMap(({ fileId }) => fileId ?? []);
  const waiting = files.uploads.some(({ fileId, problem }) => !fileId && !problem);
  async function send() {
    if (!(await attach.run({ meetingId, itemId, fileIds: ready }))) return;
    files.clear();
    router.refresh();
  }
  return (
    <div className="no-print mt-1">
      <input
        ref={input}
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t('chooseFor', { title: about })}
        className="sr-only"
        onChange={(event) => {
          files.add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Attachments uploads={files.uploads} onDrop={files.drop} />
      {attach.message ? (
        <p role="alert" className="font-semibold text-bad">
          {attach.message}
        </p>
      ) : null}
      {ready.length > 0 ? (
        <Button size="small" look="primary" disabled={waiting || attach.pending} onClick={send}>
          {t('attachNow', { count: ready.length })}
        </Button>
      ) : (
        <Button
          size="small"
          look="quiet"
          aria-label={t('attachTo', { title: about })}
          onClick={() => input.current?.click()}
        >
          {t('attach')}
        </Button>
      )}
    </div>
  );
}
