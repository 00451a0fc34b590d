'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';

type Party = { id: string; code: string; name: string };

type Props = {
  parties: readonly Party[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Parties to tick, in as many columns as there is room for. */
export function PartyChoice({ parties, chosen, onChange }: Props) {
  const t = useTranslations('markings');
  return (
    <fieldset className="max-h-72 overflow-y-auto rounded-md border border-line px-3 py-2">
      <legend className="sr-only">{t('parties')}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
        {parties.map((party) => (
          <Checkbox
            key={party.id}
            name={`party-${party.id}`}
            checked={chosen.includes(party.id)}
            onChange={(event) =>
              onChange(
                event.target.checked ? [...chosen, party.id] : chosen.filter((one) => one !== party.id),
              )
            }
          >
            <span className="font-semibold">{party.code}</span> {party.name}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
