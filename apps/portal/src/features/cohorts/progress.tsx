import { type MemberState, memberStates } from '@concord/api/features/cohorts/rules';
import { getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import type { CohortPage } from '#features/people/types.ts';
import { getClock } from '#i18n/clock.ts';
import { RemoveMember } from './cohort-actions.tsx';

const tones: Record<MemberState, Tone> = {
  completed: 'good',
  underWay: 'info',
  notStarted: 'neutral',
  overdue: 'bad',
  notEnrolled: 'neutral',
};

/** How many stand where, each as a bar and a number. */
export async function Totals({ cohort }: { cohort: CohortPage }) {
  const t = await getTranslations('cohorts');
  const all = cohort.members.length;
  return (
    <section aria-labelledby="totals">
      <h2 id="totals" className="mb-3">
        {t('progress')}
      </h2>
      <dl className="grid max-w-measure grid-cols-[9rem_minmax(0,1fr)_3rem] items-center gap-x-4 gap-y-2">
        {memberStates.map((state) => (
          <div key={state} className="contents">
            <dt>{t(`states.${state}`)}</dt>
            <dd>
              <ProgressBar done={cohort.totals[state]} total={all} label={t(`states.${state}`)} />
            </dd>
            <dd className="text-right tabular-nums">{cohort.totals[state]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every member with how far they are. */
export async function Members({ cohort }: { cohort: CohortPage }) {
  const t = await getTranslations('cohorts');
  if (cohort.members.length === 0) return <p className="text-ink-2">{t('noMembers')}</p>;
  return (
    <Table caption={t('members')}>
      <thead>
        <tr>
          <ColumnHead>{t('person')}</ColumnHead>
          <ColumnHead className="max-md:hidden">{t('party')}</ColumnHead>
          <ColumnHead>{t('state')}</ColumnHead>
          <ColumnHead>{t('done')}</ColumnHead>
          {cohort.can.manage ? <ColumnHead>{t('change')}</ColumnHead> : null}
        </tr>
      </thead>
      <tbody>
        {cohort.members.map((member) => (
          <MemberRow key={member.personId} cohort={cohort} member={member} />
        ))}
      </tbody>
    </Table>
  );
}

type RowProps = { cohort: CohortPage; member: CohortPage['members'][number] };

async function MemberRow({ cohort, member }: RowProps) {
  const [t, clock] = await Promise.all([getTranslations('cohorts'), getClock()]);
  return (
    <tr>
      <RowHead>
        <Link
          href={paths.person(member.personId)}
          className="wrap-anywhere hover:text-accent hover:underline"
        >
          {member.name}
        </Link>
        <span className="ml-1.5 text-sm font-normal text-ink-2 md:hidden">{member.partyCode}</span>
        {member.jobTitle ? (
          <span className="block text-sm font-normal text-ink-2">{member.jobTitle}</span>
        ) : null}
      </RowHead>
      <Cell className="max-md:hidden">{member.partyCode}</Cell>
      <Cell>
        <Tag tone={tones[member.state]} marked>
          {t(`states.${member.state}`)}
        </Tag>
        {member.completedAt ? (
          <span className="block text-sm text-ink-2">{clock.date(member.completedAt)}</span>
        ) : null}
      </Cell>
      <Cell className="whitespace-nowrap tabular-nums">
        {member.enrolled ? t('doneOf', { done: member.done, total: member.total }) : null}
      </Cell>
      {cohort.can.manage ? (
        <Cell>
          <RemoveMember cohortId={cohort.id} personId={member.personId} name={member.name} />
        </Cell>
      ) : null}
    </tr>
  );
}
