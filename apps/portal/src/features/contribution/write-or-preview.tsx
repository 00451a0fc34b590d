'use client';

import type { Mentioned } from '@concord/api/features/contributions/rules';
import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
import { RenderedText } from '#components/rendered-text.tsx';
import { api } from '#trpc/client.ts';
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

/** The text as it is written, and as it will be read. */
export function WriteOrPreview(props: Props) {
  const t = useTranslations('contribution');
  const [html, setHtml] = useState<string | null>(null);

  async function preview() {
    if (props.stored.trim() === '') return setHtml('');
    const shown = await api.contributions.preview
      .mutate({ threadId: props.threadId, text: props.stored })
      .catch(() => null);
    setHtml(shown?.html ?? null);
  }

  return (
    <div>
      <fieldset className="mb-1.5 flex gap-4 text-sm">
        <legend className="sr-only">{t('yours')}</legend>
        <View pressed={html === null} onPress={() => setHtml(null)}>
          {t('write')}
        </View>
        <View pressed={html !== null} onPress={preview}>
          {t('preview')}
        </View>
      </fieldset>
      {html === null ? (
        <MentionArea {...props} value={props.text} name="text" label={t('yours')} />
      ) : (
        <div className="min-h-36 rounded-md border border-line px-3 py-2">
          {html === '' ? <p className="text-ink-3">{t('nothingToPreview')}</p> : null}
          <RenderedText html={html} />
        </div>
      )}
      <p className="mt-1 text-sm text-ink-3">{t('hint')}</p>
    </div>
  );
}

type ViewProps = { pressed: boolean; onPress: () => void; children: string };

function View({ pressed, onPress, children }: ViewProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className="border-b-3 border-transparent py-0.5 font-medium text-ink-2 hover:text-ink aria-pressed:border-accent aria-pressed:font-semibold aria-pressed:text-ink"
    >
      {children}
    </button>
  );
}
