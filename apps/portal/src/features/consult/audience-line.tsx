'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { api } from '#trpc/client.ts';
import type { Audience, MarkingInput } from './types.ts';

type Props = {
  threadId?: string;
  bodyCode?: string;
  personIds?: readonly string[];
  marking: MarkingInput;
};

/** Who will be able to read, counted by the server for the marking as it is chosen now. */
export function AudienceLine(props: Props) {
  const t = useTranslations('markings');
  const asked = JSON.stringify(props);
  const [known, setKnown] = useState<{ asked: string; audience: Audience | null } | null>(null);

  useEffect(() => {
    const input = JSON.parse(asked) as Props & { personIds?: string[] };
    const wait = setTimeout(async () => {
      // Nobody chosen is nobody to count.
      const nobody = input.marking.releasableTo.length === 0;
      const audience = nobody ? null : await api.threads.audience.query(input).catch(() => null);
      setKnown({ asked, audience });
    }, 250);
    return () => clearTimeout(wait);
  }, [asked]);

  const audience = known?.asked === asked ? known.audience : undefined;
  return (
    <span role="status" className="text-ink-2">
      {audience === undefined ? t('counting') : null}
      {audience === null || audience?.people === 0 ? t('audienceNone') : null}
      {audience && audience.people > 0 ? t('audience', audience) : null}
    </span>
  );
}
