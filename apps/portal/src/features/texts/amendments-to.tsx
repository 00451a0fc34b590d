'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { releaseWords } from '#features/consult/marking-words.ts';
import { paths } from '#features/paths.ts';
import type { Locale } from '#i18n/locales.ts';
import { useLive } from '#realtime/use-live.ts';
import { api } from '#trpc/client.ts';
import { AmendmentActions } from './amendment-actions.tsx';
import { AmendmentCard } from './amendment-card.tsx';
import { narrowerMarking } from './narrower-marking.ts';
import type { Compilation } from './types.ts';

/** The amendments to one paragraph, fetched when they are opened and kept true while they are. */
export function AmendmentsTo({ textId, paragraphId }: { textId: string; paragraphId: string }) {
  const t = useTranslations('texts.tools');
  const m = useTranslations('markings');
  const locale = useLocale() as Locale;
  const [found, setFound] = useState<Compilation | 'failed' | null>(null);

  const load = useCallback(() => {
    api.texts.amendments
      .query({ textId, paragraphId })
      .then(setFound)
      .catch(() => setFound('failed'));
  }, [textId, paragraphId]);
  useEffect(load, [load]);
  useLive(`text:${textId}`, load);

  if (found === null) return <p className="py-2 text-ink-2">{t('loading')}</p>;
  if (found === 'failed') return <p className="py-2 text-bad">{t('failed')}</p>;
  return (
    <div className="mt-1 mb-3 border-l-3 border-accent-line pl-3 text-[0.95rem]">
      {found.groups
        .flatMap((group) => group.amendments)
        .map((one) => (
          <AmendmentCard
            key={one.id}
            amendment={one}
            marking={narrowerMarking(found, one, (marking) => releaseWords(marking, m, locale))}
            href={`${paths.text(textId, { view: 'amendments' })}#a-${one.id}`}
            actions={<AmendmentActions amendment={one} may={found.may} onDone={load} />}
          />
        ))}
    </div>
  );
}
