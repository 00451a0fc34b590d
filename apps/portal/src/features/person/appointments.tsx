import { getLocale, getTranslations } from 'next-intl/server';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { inLocale } from '#features/people/in-locale.ts';
import type { Appointment, AppointmentChoices } from '#features/people/types.ts';
import { getClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { AccessAction } from './access-action.tsx';
import { AppointPerson } from './appoint-person.tsx';
import { ChangeAppointment } from './change-appointment.tsx';
import type { RoleKey } from './roles.ts';

type Props = {
  personId: string;
  partyId: string;
  appointments: readonly Appointment[];
  /** What the reader may appoint to; null when they may not. */
  choices: AppointmentChoices | null;
};

/** The roles a person holds and held. All rights come from here. */
export async function Appointments({ personId, partyId, appointments, choices }: Props) {
  const [t, clock] = await Promise.all([getTranslations('person'), getClock()]);
  return (
    <section aria-labelledby="appointments">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="appointments">{t('appointments')}</h2>
        {choices ? (
          <AppointPerson
            personId={personId}
            partyId={partyId}
            choices={choices}
            zone={clock.zones.headquarters}
          />
        ) : null}
      </div>
      {appointments.length === 0 ? (
        <p className="border-t border-line pt-3 text-ink-2">{t('noAppointments')}</p>
      ) : (
        <Table caption={t('appointments')}>
          <thead>
            <tr>
              <ColumnHead>{t('role')}</ColumnHead>
              <ColumnHead className="max-md:hidden">{t('from')}</ColumnHead>
              <ColumnHead>{t('until')}</ColumnHead>
              <ColumnHead>{t('state')}</ColumnHead>
              {choices ? <ColumnHead>{t('change')}</ColumnHead> : null}
            </tr>
          </thead>
          <tbody>
            {appointments.map((appointment) => (
              <AppointmentRow key={appointment.id} appointment={appointment} manages={choices !== null} />
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

async function AppointmentRow({ appointment, manages }: { appointment: Appointment; manages: boolean }) {
  const [t, roles, locale, clock] = await Promise.all([
    getTranslations('person'),
    getTranslations('shell.roles'),
    getLocale(),
    getClock(),
  ]);
  const { id, revision, validFrom, validUntil, state } = appointment;
  const of = inLocale(locale, appointment);
  const role = roles(appointment.role as RoleKey);
  const about = of ? `${role}, ${of}` : role;
  const zone = clock.zones.headquarters;
  return (
    <tr>
      <RowHead>
        {role}
        {of ? <span className="block text-sm font-normal text-ink-2">{of}</span> : null}
        <span className="block text-sm font-normal text-ink-3 md:hidden">
          {t('since', { day: clock.date(validFrom) })}
        </span>
      </RowHead>
      <Cell className="max-md:hidden">{clock.date(validFrom)}</Cell>
      <Cell>{validUntil ? clock.at(validUntil, 'medium') : t('open')}</Cell>
      <Cell>
        <Tag tone={state === 'current' ? 'good' : 'neutral'} marked>
          {t(`states.${state}`)}
        </Tag>
      </Cell>
      {manages ? (
        <Cell>
          {state === 'ended' ? null : (
            <span className="flex flex-wrap gap-2">
              <ChangeAppointment
                appointmentId={id}
                revision={revision}
                until={validUntil ? dayOf(validUntil, zone) : ''}
                zone={zone}
                about={about}
              />
              <AccessAction change={{ kind: 'endAppointment', appointmentId: id, revision }} about={about} />
            </span>
          )}
        </Cell>
      ) : null}
    </tr>
  );
}
