import { useTranslations } from 'next-intl';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { AddItem } from './add-item.tsx';
import { Agenda } from './agenda.tsx';
import { Changes } from './changes.tsx';
import { Documents } from './documents.tsx';
import { MeetingActs } from './meeting-acts.tsx';
import { MeetingFacts } from './meeting-facts.tsx';
import { MeetingState } from './meeting-state.tsx';
import type { Meeting } from './types.ts';

/** A meeting on its page: head, facts, documents, agenda, and what changed. */
export function MeetingView({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('meetings');
  const c = useTranslations('consult');
  const clock = useClock();
  const summary = meeting.summaryOpenedAt !== null || meeting.mayRecord;
  return (
    <>
      <PageHeader
        title={
          <>
            {meeting.title} <MeetingState state={meeting.state} />
          </>
        }
        crumbs={[
          { label: c('title'), href: '/consult' },
          { label: meeting.body.name, href: paths.body(meeting.body.code) },
          { label: t('title'), href: paths.meetings(meeting.body.code) },
        ]}
        actions={
          <>
            {meeting.state === 'ahead' || meeting.state === 'running' ? (
              <LinkButton href={paths.meetingFile(meeting.id, 'ics')} download>
                {t('ics')}
              </LinkButton>
            ) : null}
            {summary ? (
              <LinkButton href={paths.meetingSummary(meeting.id)}>{t('summary.title')}</LinkButton>
            ) : null}
            <MeetingActs meeting={meeting} />
          </>
        }
      />
      <MeetingFacts meeting={meeting} />
      <Documents
        meetingId={meeting.id}
        itemId={null}
        about={meeting.title}
        documents={meeting.documents}
        mayPlan={meeting.mayPlan}
      />
      <section aria-labelledby="agenda" className="mt-6">
        <h2 id="agenda" className="mb-3">
          {t('agenda.title')}
        </h2>
        <Agenda meeting={meeting} today={dayOf(clock.now, meeting.body.zone)} />
        {meeting.mayPlan ? <AddItem meeting={meeting} /> : null}
      </section>
      <Changes meeting={meeting} />
    </>
  );
}
