'use client';

import { useTranslations } from 'next-intl';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import type { Forming } from './types.ts';

type Props = {
  paragraphs: Forming['paragraphs'];
  /** Null is the whole text. */
  chosen: readonly string[] | null;
  onChange: (chosen: readonly string[] | null) => void;
  error: string | null;
};

/** What a reservation is about: the whole text, or paragraphs chosen by number and the words they begin with. */
export function ParagraphChoice({ paragraphs, chosen, onChange, error }: Props) {
  const t = useTranslations('positions.scope');
  function toggle(id: string, on: boolean) {
    const others = (chosen ?? []).filter((one) => one !== id);
    onChange(on ? [...others, id] : others);
  }
  return (
    <div>
      <RadioGroup
        name="paragraphIds"
        legend={t('legend')}
        value={chosen === null ? 'whole' : 'some'}
        onChange={(scope) => onChange(scope === 'whole' ? null : [])}
        error={error}
        options={[
          { value: 'whole', label: t('whole') },
          { value: 'some', label: t('some') },
        ]}
      />
      {chosen === null ? null : (
        <fieldset className="mt-1 ml-7 max-h-80 max-w-form overflow-y-auto rounded-md border border-line px-3 py-1.5">
          <legend className="sr-only">{t('some')}</legend>
          {paragraphs
            .filter((one) => one.kind !== 'heading')
            .map((one) => (
              <label key={one.id} className="flex items-start gap-2.5 py-1 text-sm">
                <input
                  type="checkbox"
                  checked={chosen.includes(one.id)}
                  onChange={(event) => toggle(one.id, event.target.checked)}
                  className="mt-0.5 size-[18px] flex-none accent-accent"
                />
                <span className="wrap-anywhere">
                  <strong>{one.number}</strong> {one.start}
                </span>
              </label>
            ))}
        </fieldset>
      )}
    </div>
  );
}
