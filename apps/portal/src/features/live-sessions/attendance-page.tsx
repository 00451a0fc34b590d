import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { PageHeader } from '#components/page-header.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { AttendanceList } from './attendance-list.tsx';
import type { Attendee, Attendees } from './types.ts';
import { useWhen } from './use-when.ts';

/** Which date it is, the list, and what was corrected in it. */
export function AttendancePage({ list, query }: { list: Attendees; query: string }) {
  const t = useTranslations('liveSessions.attendance');
  const when = useWhen();
  const { session, people } = list;
  const back = session.cohortId
    ? { label: t('backCohort'), href: paths.cohortSessions(session.cohortId) }
    : { label: t('backCourse'), href: paths.sessionDates(session.slug, session.key) };
  return (
    <>
      <PageHeader
        crumbs={[back]}
        title={t('of', { title: session.title })}
        lead={[when(session), session.place, t(`completes.${list.completes}`)]
          .filter((part) => part !== '')
          .join(' · ')}
        actions={
          people.length > 0 ? (
            <a href={paths.attendanceFile(session.id)} download className={buttonLook()}>
              {t('download')}
            </a>
          ) : null
        }
      />
      {list.more || query ? <ByName query={query} /> : null}
      <List list={list} query={query} />
      <Corrections people={people} />
    </>
  );
}

function List({ list, query }: { list: Attendees; query: string }) {
  const t = useTranslations('liveSessions.attendance');
  const { session, people } = list;
  if (session.phase === 'cancelled') return <p className="text-ink-2">{t('cancelled')}</p>;
  if (people.length === 0)
    return (
      <EmptyState title={t(query ? 'noneNamed' : 'nobody')}>{query ? null : t('nobodyBody')}</EmptyState>
    );
  if (!list.open)
    return (
      <>
        <p className="mb-3 text-ink-2">{t('notYet')}</p>
        <ul className="max-w-measure border-t border-line">
          {people.map((person) => (
            <li key={person.enrolmentId} className="border-b border-line py-2 wrap-anywhere">
              {person.name} <span className="text-ink-2">{person.party}</span>
            </li>
          ))}
        </ul>
      </>
    );
  const version = people.map(({ enrolmentId, state }) => `${enrolmentId}${state}`).join();
  return <AttendanceList key={version} liveSessionId={session.id} people={people} />;
}

/** A course too large for one list is looked through by name. */
function ByName({ query }: { query: string }) {
  const t = useTranslations('liveSessions.attendance');
  return (
    <form method="get" className="mb-5 flex max-w-form flex-wrap items-end gap-3">
      <Field name="name" label={t('byName')} optional className="min-w-56 flex-1">
        <TextField name="name" defaultValue={query} />
      </Field>
      <Button type="submit">{t('search')}</Button>
    </form>
  );
}

/** What was noted more than once, in the order it was. */
function Corrections({ people }: { people: readonly Attendee[] }) {
  const t = useTranslations('liveSessions.attendance');
  const clock = useClock();
  const corrected = people.filter(({ history }) => history.length > 1);
  if (corrected.length === 0) return null;
  return (
    <details className="mt-6">
      <summary className="cursor-pointer text-accent hover:underline">
        {t('corrections', { count: corrected.length })}
      </summary>
      <ul className="mt-1 max-w-measure border-l-2 border-line pl-3">
        {corrected.map(({ enrolmentId, name, history }) => (
          <li key={enrolmentId} className="py-1 wrap-anywhere">
            <span className="font-medium">{name}</span>
            <ol>
              {history.map(({ state, at, by, reason }) => (
                <li key={at} className="text-sm text-ink-2">
                  {t('entry', { state: t(`states.${state}`), at: clock.at(at), by })}
                  {reason ? ` – ${reason}` : null}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </details>
  );
}
