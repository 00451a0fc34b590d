import { useTranslations } from 'next-intl';
import { Instant } from '#components/ui/instant.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { useClock } from '#i18n/clock.ts';
import { FourEyesSwitch } from './four-eyes-switch.tsx';
import { PowersDialog } from './powers-dialog.tsx';
import type { Delegation } from './types.ts';

/** How the delegation releases what it says, and its people with what each may do for the nation. */
export function DelegationView({ delegation }: { delegation: Delegation }) {
  const t = useTranslations('delegation');
  const { fourEyes, settled, may } = delegation;
  return (
    <div className="flex flex-col gap-10">
      <section aria-labelledby="four-eyes" className="max-w-measure">
        <h2 id="four-eyes" className="mb-1">
          {t('fourEyes.title')}
        </h2>
        <p className="font-semibold">{fourEyes ? t('fourEyes.on') : t('fourEyes.off')}</p>
        <p className="mb-3 text-ink-2">
          {t('fourEyes.body')}{' '}
          {settled ? (
            <span>
              {t('fourEyes.settled', { by: settled.by })} <Instant at={settled.at} />.
            </span>
          ) : null}
        </p>
        {may.settle ? (
          <FourEyesSwitch bodyCode={delegation.body.code} fourEyes={fourEyes} />
        ) : (
          <p className="text-sm text-ink-2">{t('fourEyes.head')}</p>
        )}
      </section>
      <section aria-labelledby="seats">
        <h2 id="seats" className="mb-2">
          {t('people')}
        </h2>
        <Table caption={t('people')}>
          <thead>
            <tr>
              {(['name', 'role', 'powers', 'until'] as const).map((one) => (
                <ColumnHead key={one}>{t(`columns.${one}`)}</ColumnHead>
              ))}
              {may.settle ? (
                <ColumnHead>
                  <span className="sr-only">{t('columns.change')}</span>
                </ColumnHead>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {delegation.people.map((person) => (
              <PersonRow key={person.seatId} person={person} settle={may.settle} />
            ))}
          </tbody>
        </Table>
      </section>
    </div>
  );
}

function PersonRow({ person, settle }: { person: Delegation['people'][number]; settle: boolean }) {
  const t = useTranslations('delegation');
  const r = useTranslations('consult.roles');
  const clock = useClock();
  return (
    <tr>
      <RowHead>{person.me ? t('you', { name: person.name }) : person.name}</RowHead>
      <Cell>{r(person.role)}</Cell>
      <Cell>
        {person.powers.length === 0 ? (
          <span className="text-ink-2">{t('noPowers')}</span>
        ) : (
          <ul className="min-w-44">
            {person.powers.map((power) => (
              <li key={power}>{t(`powers.${power}`)}</li>
            ))}
          </ul>
        )}
      </Cell>
      <Cell>{person.until ? clock.date(person.until) : t('openEnd')}</Cell>
      {settle ? <Cell>{person.role === 'delegate' ? <PowersDialog person={person} /> : null}</Cell> : null}
    </tr>
  );
}
