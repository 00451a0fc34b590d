'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Description, FieldError, fieldId } from '#components/ui/field.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import type { Choices } from './types.ts';

type Props = { choices: Choices; chosen: readonly string[]; error: string | null };

/** Of which parties' people it is asked; none ticked means all of them, where one may ask that. */
export function PartyFields({ choices, chosen, error }: Props) {
  const t = useTranslations('requirements');
  const locale = useLocale();
  return (
    <fieldset id={fieldId('partyIds')} tabIndex={-1}>
      <legend className="mb-1 font-semibold">{t('fields.parties')}</legend>
      <Description>{choices.everyParty ? t('fields.partiesHint') : t('fields.partiesOwn')}</Description>
      {error ? <FieldError>{error}</FieldError> : null}
      <div className="grid max-w-measure gap-x-6 md:grid-cols-2">
        {choices.parties.map((party) => (
          <Checkbox
            key={party.id}
            name="party"
            value={party.id}
            defaultChecked={
              chosen.includes(party.id) || (!choices.everyParty && choices.parties.length === 1)
            }
          >
            {inLocale(locale, party)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
