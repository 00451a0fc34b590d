'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { MarkingPicker } from '#features/consult/marking-picker.tsx';
import type { MarkingChoices, MarkingInput } from '#features/consult/types.ts';
import { api } from '#trpc/client.ts';

type Props = {
  bodyCode: string;
  /** None: as the text is marked. */
  value: MarkingInput | null;
  onChange: (value: MarkingInput | null) => void;
  error: string | null;
};

/** An amendment has the text's marking; one who wants fewer to read it says so. */
export function AmendmentMarking({ bodyCode, value, onChange, error }: Props) {
  const t = useTranslations('texts.propose');
  const m = useTranslations('markings');
  const [choices, setChoices] = useState<MarkingChoices | null>(null);

  async function narrow() {
    const body = await api.bodies.byCode.query({ bodyCode }).catch(() => null);
    if (!body) return;
    setChoices(body);
    onChange({ level: body.levels.at(-1)?.rank ?? 0, releasableTo: ['ALLIES'] });
  }

  return (
    <div className="max-w-form border-t border-line pt-3 text-sm">
      {error ? <p className="font-semibold text-bad">{error}</p> : null}
      {value && choices ? (
        <>
          <MarkingPicker
            choices={choices}
            value={value}
            onChange={onChange}
            whole={{ label: m('allies'), releasableTo: ['ALLIES'] }}
          />
          <Button look="quiet" size="small" onClick={() => onChange(null)}>
            {t('markedAsText')}
          </Button>
        </>
      ) : (
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span>{t('readers')}</span>
          <Button look="quiet" size="small" onClick={narrow}>
            {t('narrower')}
          </Button>
        </p>
      )}
    </div>
  );
}
