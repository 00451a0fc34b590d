import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { formatInstant } from '#i18n/format.ts';
import { Become } from './become.tsx';
import { Evidence } from './evidence.tsx';
import { ChangeAction, GiveAction, StepAction } from './lesson-acts.tsx';
import { ObservationLine } from './observation-line.tsx';
import { actionTones } from './tones.ts';
import type { Action, LessonPage } from './types.ts';

/** What a lesson says: what is wrong, why, and what should be done. */
export function LessonWords({ page }: { page: LessonPage }) {
  const t = useTranslations('lessons.lesson');
  return (
    <dl className="flex flex-col gap-4">
      {(['issue', 'cause', 'proposal'] as const).map((name) =>
        page.lesson[name] ? (
          <div key={name}>
            <dt className="font-semibold">{t(name)}</dt>
            <dd className="max-w-measure whitespace-pre-line wrap-anywhere">{page.lesson[name]}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** What is done about a lesson, and what it became. */
export function LessonActions({ page }: { page: LessonPage }) {
  const t = useTranslations('lessons');
  const { lesson, owners, can } = page;
  return (
    <section aria-labelledby="actions">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="actions">{t('lesson.actions')}</h2>
        {can.act ? <GiveAction lessonId={lesson.id} owners={owners} /> : null}
      </div>
      {lesson.actions.length === 0 ? <p className="text-ink-2">{t('lesson.noActions')}</p> : null}
      <ul className={lesson.actions.length > 0 ? 'border-t border-line' : undefined}>
        {lesson.actions.map((action) => (
          <li key={action.id} className="border-b border-line py-3">
            <ActionLine page={page} action={action} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ActionLine({ page, action }: { page: LessonPage; action: Action }) {
  const t = useTranslations('lessons');
  const clock = useClock();
  const asked = (['done', 'undone', 'dropped'] as const).filter((kind) => action.can.includes(kind));
  return (
    <>
      <p className="max-w-measure whitespace-pre-line wrap-anywhere">{action.what}</p>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2">
        <span className="font-semibold text-ink">{action.owner}</span>
        <span>{t('list.due', { day: clock.date(`${action.dueOn}T12:00:00Z`) })}</span>
        <Tag tone={actionTones[action.state]} marked>
          {t(`actionStates.${action.state}`)}
        </Tag>
      </p>
      {action.links.map((link) => (
        <p key={link.id} className="max-w-measure text-sm wrap-anywhere">
          <Outcome link={link} />
        </p>
      ))}
      <div className="no-print mt-2 flex flex-wrap gap-2">
        {asked.map((kind) => (
          <StepAction key={kind} action={action} kind={kind} />
        ))}
        {action.can.includes('changed') ? <ChangeAction action={action} owners={page.owners} /> : null}
        {action.mayLink ? <Become action={action} /> : null}
      </div>
    </>
  );
}

/** What an action became, with the way there for who may go it. */
function Outcome({ link }: { link: Action['links'][number] }) {
  const t = useTranslations('lessons.became');
  if (link.document)
    return (
      <>
        {t('document')} {link.document.what} <Evidence address={link.document.address} />
      </>
    );
  if (link.textId)
    return (
      <>
        {t('text')}{' '}
        <Link className="text-accent underline" href={paths.text(link.textId)}>
          {link.text}
        </Link>
      </>
    );
  const hidden = <span className="text-ink-2">{t(`hidden.${link.kind}`)}</span>;
  if (link.kind === 'document') return hidden;
  if (link.kind === 'unit')
    return link.unit && link.course ? (
      <>
        {t('unit')}{' '}
        <Link className="text-accent underline" href={paths.edit(link.course)}>
          {link.unit}
        </Link>
      </>
    ) : (
      hidden
    );
  if (link.kind === 'requirement')
    return link.requirement && link.requirementId ? (
      <>
        {t('requirement')}{' '}
        <Link className="text-accent underline" href={paths.requirement(link.requirementId)}>
          {link.requirement}
        </Link>
      </>
    ) : (
      hidden
    );
  return link.inject !== null && link.exercise ? (
    <>
      {t('inject')}{' '}
      <Link
        className="text-accent underline"
        href={paths.injects(link.exercise, { words: `#${link.inject}` })}
      >
        {link.exercise} #{link.inject}
      </Link>
    </>
  ) : (
    hidden
  );
}

/** Every step over a lesson and its actions, with who took it and why. */
export function LessonSteps({ page }: { page: LessonPage }) {
  const t = useTranslations('lessons');
  const clock = useClock();
  const { lesson, exercise } = page;
  const at = (instant: string) =>
    formatInstant(instant, { zone: exercise.timeZone, locale: clock.locale, style: 'short' });
  return (
    <section aria-labelledby="steps">
      <h2 id="steps" className="mb-2">
        {t('lesson.steps')}
      </h2>
      <ol className="border-t border-line text-sm">
        <li className="border-b border-line py-2">
          <span className="font-semibold">{t('steps.identified')}</span>
          <span className="block text-ink-2">
            {lesson.by} · {at(lesson.at)}
          </span>
        </li>
        {lesson.steps.map((step) => (
          <li key={step.id} className="border-b border-line py-2">
            <span className="font-semibold">{t(`steps.${step.kind}`)}</span>
            {step.actionId ? (
              <span className="line-clamp-2 wrap-anywhere">
                {lesson.actions.find(({ id }) => id === step.actionId)?.what}
              </span>
            ) : null}
            {step.before ? (
              <span className="block text-ink-2">
                {t('steps.before', {
                  owner: step.before.owner,
                  day: clock.date(`${step.before.dueOn}T12:00:00Z`),
                })}
              </span>
            ) : null}
            <span className="block whitespace-pre-line wrap-anywhere">{step.reason}</span>
            <Evidence address={step.evidence} />
            <span className="block text-ink-2">
              {step.by} · {at(step.at)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What a lesson was identified from. */
export function LessonOrigin({ page }: { page: LessonPage }) {
  const t = useTranslations('lessons.lesson');
  const { observations, exercise, markings } = page;
  if (observations.length === 0) return null;
  return (
    <section aria-labelledby="origin">
      <h2 id="origin" className="mb-2">
        {t('origin')}
      </h2>
      <ul className="border-t border-line">
        {observations.map((observation) => (
          <li key={observation.id} className="border-b border-line py-3">
            <ObservationLine observation={{ ...observation, lessons: [] }} {...{ exercise, markings }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
