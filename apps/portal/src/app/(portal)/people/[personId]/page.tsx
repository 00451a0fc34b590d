import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isId } from '#features/address.ts';
import { PersonCredentials } from '#features/credential/person-credentials.tsx';
import { Appointments } from '#features/person/appointments.tsx';
import { Clearance } from '#features/person/clearance.tsx';
import { PersonLearning } from '#features/person/learning.tsx';
import { PersonHeader } from '#features/person/person-header.tsx';
import { Sessions } from '#features/person/sessions.tsx';
import { WaysIn } from '#features/person/ways-in.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = { params: Promise<{ personId: string }> };

async function load({ params }: Props) {
  const { personId } = await params;
  if (!isId(personId)) notFound();
  const api = await serverApi();
  return { api, person: await api.people.byId({ personId }) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).person.name };
}

/** One person, as far as the reader may see. */
export default async function PersonRoute(props: Props) {
  const { api, person } = await load(props);
  const { can, access, enrolments } = person;
  const [parties, choices, levels] = await Promise.all([
    can.correct ? api.people.parties() : [],
    can.appoint ? api.people.appointmentChoices() : null,
    can.attest ? api.people.levels() : null,
  ]);
  return (
    <ClientMessages of={['people', 'person', 'attestation', 'shell.roles']}>
      <PersonHeader person={person} parties={parties} />
      <div className="flex flex-col gap-9">
        {access ? (
          <>
            <Appointments
              personId={person.id}
              partyId={person.partyId}
              appointments={access.appointments}
              choices={choices}
            />
            <Clearance person={person} attestations={access.attestations} levels={levels} />
            {person.waysIn ? <WaysIn person={person} ways={person.waysIn} /> : null}
            {access.sessions ? <Sessions person={person} sessions={access.sessions} /> : null}
          </>
        ) : null}
        {enrolments ? <PersonLearning enrolments={enrolments} /> : null}
        {can.revokeSessions ? <PersonCredentials personId={person.id} /> : null}
      </div>
    </ClientMessages>
  );
}
