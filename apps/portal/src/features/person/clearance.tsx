import { getLocale, getTranslations } from 'next-intl/server';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import type { Attestation, Level, PersonPage } from '#features/people/types.ts';
import { getClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { AccessAction } from './access-action.tsx';
import { AttestPerson } from './attest-person.tsx';

const HALF_A_YEAR = 182 * 86_400_000;

type Props = {
  person: Pick<PersonPage, 'id' | 'name'>;
  attestations: readonly Attestation[];
  /** The levels the reader may attest; null when they may not. */
  levels: readonly Level[] | null;
};

/** What the party has vouched for, by whom and until when. */
export async function Clearance({ person, attestations, levels }: Props) {
  const [t, clock] = await Promise.all([getTranslations('attestation'), getClock()]);
  const zone = clock.zones.headquarters;
  return (
    <section aria-labelledby="clearance">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="clearance">{t('title')}</h2>
        {levels ? (
          <AttestPerson
            personId={person.id}
            name={person.name}
            levels={levels}
            zone={zone}
            suggested={dayOf(new Date(clock.now.getTime() + HALF_A_YEAR), zone)}
          />
        ) : null}
      </div>
      {attestations.length === 0 ? (
        <p className="border-t border-line pt-3 text-ink-2">{t('none')}</p>
      ) : (
        <Table caption={t('title')}>
          <thead>
            <tr>
              <ColumnHead>{t('level')}</ColumnHead>
              <ColumnHead>{t('by')}</ColumnHead>
              <ColumnHead>{t('until')}</ColumnHead>
              <ColumnHead>{t('state')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {attestations.map((attestation) => (
              <ClearanceRow
                key={attestation.id}
                attestation={attestation}
                name={person.name}
                revokes={levels !== null}
              />
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

type RowProps = { attestation: Attestation; name: string; revokes: boolean };

async function ClearanceRow({ attestation, name, revokes }: RowProps) {
  const [t, locale, clock] = await Promise.all([getTranslations('attestation'), getLocale(), getClock()]);
  const { id, caveats, partyCode, attestedBy, validUntil, state } = attestation;
  const level = locale === 'fr' ? attestation.levelNameFr : attestation.levelNameEn;
  return (
    <tr>
      <RowHead>
        {level}
        {caveats.length > 0 ? <span className="block text-sm font-normal">{caveats.join(', ')}</span> : null}
      </RowHead>
      <Cell>{[attestedBy, partyCode].filter(Boolean).join(', ')}</Cell>
      <Cell>{clock.date(validUntil)}</Cell>
      <Cell>
        <span className="flex flex-wrap items-center gap-2">
          <Tag tone={state === 'current' ? 'good' : 'neutral'} marked>
            {t(`states.${state}`)}
          </Tag>
          {revokes && state === 'current' ? (
            <AccessAction
              change={{ kind: 'revokeAttestation', attestationId: id }}
              about={`${name}, ${level}`}
            />
          ) : null}
        </span>
      </Cell>
    </tr>
  );
}
