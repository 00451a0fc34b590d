import { getTranslations } from 'next-intl/server';
import { RenderedText } from '#components/rendered-text.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import type { ActivityPage } from '#features/unit/types.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { serverApi } from '#trpc/server.ts';
import { HandIn } from './hand-in.tsx';
import { HandedIn } from './handed-in.tsx';
import type { OwnWork } from './types.ts';

/** An assignment: what is asked, what the learner writes or has handed in, and what came of it. */
export async function AssignmentActivity({ page }: { page: ActivityPage }) {
  const t = await getTranslations('assignments');
  const { activity, course, enrolment } = page;
  return (
    <>
      {activity.text ? (
        <RenderedText
          html={activity.text.html}
          language={activity.text.language}
          className="mb-8 max-w-measure"
        />
      ) : null}
      {enrolment && !page.preview ? (
        <Own at={{ enrolmentId: enrolment.id, activityId: activity.id }} />
      ) : null}
      {page.staff && !page.preview ? (
        <p className="no-print mt-8 border-t border-line pt-4">
          <LinkButton size="small" href={`${paths.activity(course.slug, activity.key)}/work`}>
            {t('queue.link')}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}

async function Own({ at }: { at: { enrolmentId: string; activityId: string } }) {
  const own = await (await serverApi()).assignments.own(at);
  const last = own.submissions.at(-1);
  const draft = last && last.submittedAt === null ? last : null;
  const before = own.submissions.filter(({ submittedAt }) => submittedAt !== null).reverse();
  return (
    <>
      <Asked own={own} />
      {own.open ? (
        <ClientMessages of={['assignments', 'authoring.text', 'authoring.saving']}>
          <HandIn
            key={draft?.id ?? 'new'}
            at={at}
            asks={own.asks}
            draft={draft}
            before={before[0]?.text ?? ''}
          />
        </ClientMessages>
      ) : null}
      {before.map((submission) => (
        <HandedIn key={submission.id} submission={submission} rubric={own.rubric} />
      ))}
    </>
  );
}

async function Asked({ own }: { own: OwnWork }) {
  const [t, clock] = await Promise.all([getTranslations('assignments'), getClock()]);
  const { asks, dueAt, rubric } = own;
  return (
    <section className="mb-8 max-w-measure">
      <p className="text-ink-2">
        {dueAt ? `${t('due', { at: clock.at(dueAt) })} ${t(`late.${asks.late}`)}` : t('noDue')}
      </p>
      {rubric.length > 0 ? (
        <details className="mt-3">
          <summary className="cursor-pointer font-medium">{t('rubric', { percent: asks.passMark })}</summary>
          <dl className="mt-2">
            {rubric.map(({ key, title, points, levels }) => (
              <div key={key} className="border-t border-line py-2">
                <dt className="font-medium">{t('criterion', { title, points })}</dt>
                {levels.map((level) => (
                  <dd key={`${level.points} ${level.words}`} className="text-sm text-ink-2">
                    {t('level', { points: level.points, words: level.words })}
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </section>
  );
}
