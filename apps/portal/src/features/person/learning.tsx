import { getTranslations } from 'next-intl/server';
import { Link } from '#components/ui/link.tsx';
import { Tag, type Tone } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import type { PersonPage } from '#features/people/types.ts';
import { getClock } from '#i18n/clock.ts';

type Enrolment = NonNullable<PersonPage['enrolments']>[number];

/** The courses a person takes or took. */
export async function PersonLearning({ enrolments }: { enrolments: readonly Enrolment[] }) {
  const t = await getTranslations('person');
  return (
    <section aria-labelledby="learning">
      <h2 id="learning" className="mb-3">
        {t('learning')}
      </h2>
      {enrolments.length === 0 ? (
        <p className="border-t border-line pt-3 text-ink-2">{t('noLearning')}</p>
      ) : (
        <ul className="border-t border-line">
          {enrolments.map((enrolment) => (
            <LearningRow key={enrolment.id} enrolment={enrolment} />
          ))}
        </ul>
      )}
    </section>
  );
}

async function LearningRow({ enrolment }: { enrolment: Enrolment }) {
  const [t, clock] = await Promise.all([getTranslations('person'), getClock()]);
  const [tone, words] = stateOf(enrolment, clock.now);
  const date = enrolment.completedAt ?? enrolment.dueAt;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-2.5">
      <Link href={paths.course(enrolment.slug)} className="font-semibold hover:text-accent hover:underline">
        {enrolment.title}
      </Link>
      <span className="flex items-baseline gap-3 text-sm text-ink-2">
        {date ? <span>{t(`learningDates.${words}`, { date: clock.date(date) })}</span> : null}
        <Tag tone={tone} marked>
          {t(`learningStates.${words}`)}
        </Tag>
      </span>
    </li>
  );
}

function stateOf(enrolment: Enrolment, now: Date): [Tone, 'completed' | 'left' | 'overdue' | 'underWay'] {
  if (enrolment.completedAt) return ['good', 'completed'];
  if (enrolment.withdrawnAt) return ['neutral', 'left'];
  if (enrolment.dueAt && new Date(enrolment.dueAt) < now) return ['bad', 'overdue'];
  return ['neutral', 'underWay'];
}
