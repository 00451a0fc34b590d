'use client';

import type { Mentioned } from '@concord/api/features/contributions/rules';
import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
import { RenderedText } from '#components/rendered-text.tsx';
import { ViewButton } from '#components/ui/view-button.tsx';
import { api } from '#trpc/client.ts';
import { MarkPart } from './mark-part.tsx';
import { MentionArea } from './mention-area.tsx';

type Props = {
  threadId: string;
  text: string;
  /** The text as it is sent: ids in place of names. */
  stored: string;
  onChange: (text: string) => void;
  people: readonly Mentioned[];
  onMention: (person: Mentioned) => void;
  onSend: () => void;
  area: RefObject<HTMLTextAreaElement | null>;
  error?: string | null;
};

type Stretch = { html: string; sign: string | null };

/** The text as it is written, and as it will be read. */
export function WriteOrPreview(props: Props) {
  const t = useTranslations('contribution');
  const [shown, setShown] = useState<Stretch[] | null>(null);
  const [problem, setProblem] = useState(false);

  async function preview() {
    setProblem(false);
    if (props.stored.trim() === '') return setShown([]);
    const preview = await api.contributions.preview
      .mutate({ threadId: props.threadId, text: props.stored })
      .catch(() => null);
    setShown(preview?.stretches ?? null);
    setProblem(preview === null);
  }

  return (
    <div>
      <fieldset className="mb-1.5 flex gap-4 text-sm">
        <legend className="sr-only">{t('yours')}</legend>
        <ViewButton aria-pressed={shown === null} onClick={() => setShown(null)}>
          {t('write')}
        </ViewButton>
        <ViewButton aria-pressed={shown !== null} onClick={() => void preview()}>
          {t('preview')}
        </ViewButton>
      </fieldset>
      {shown === null ? (
        <MentionArea {...props} value={props.text} name="text" label={t('yours')} />
      ) : (
        <div className="min-h-36 rounded-md border border-line px-3 py-2">
          {shown.length === 0 ? <p className="text-ink-3">{t('nothingToPreview')}</p> : null}
          {shown.map(({ html, sign }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one preview stand still
            <div key={index} className={sign ? 'my-3 border-l-3 border-warn pl-3' : undefined}>
              {sign ? (
                <p className="mb-1 text-sm font-semibold text-warn">{t('part.sign', { sign })}</p>
              ) : null}
              <RenderedText html={html} />
            </div>
          ))}
        </div>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        {shown === null ? (
          <MarkPart threadId={props.threadId} area={props.area} text={props.text} onChange={props.onChange} />
        ) : null}
        <p className="text-sm text-ink-3">{t('hint')}</p>
      </div>
      {problem ? (
        <p role="status" className="text-sm font-semibold text-bad">
          {t('part.previewFailed')}
        </p>
      ) : null}
    </div>
  );
}
