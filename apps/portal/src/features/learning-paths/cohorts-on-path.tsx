'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { toast } from '#components/ui/toast.ts';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import { api } from '#trpc/client.ts';
import type { PathCohort } from './types.ts';

type Props = { pathId: string; slug: string; cohorts: readonly PathCohort[] };

/** The cohorts on a path: whoever is in one is enrolled in its courses by the cohort's deadline. */
export function CohortsOnPath({ pathId, slug, cohorts }: Props) {
  const t = useTranslations('learningPaths.cohorts');
  const locale = useLocale();
  const router = useRouter();
  const put = useCommand(api.paths.putCohort.mutate);
  const off = useCommand(api.paths.takeCohort.mutate);
  const free = cohorts.filter(({ on }) => !on);
  function told({ enrolled, notOpen }: { enrolled: number; notOpen: number }) {
    toast(notOpen > 0 ? t('someNotOpen', { enrolled, notOpen }) : t('done', { enrolled }));
    router.refresh();
  }
  async function takeOff(cohortId: string) {
    if (await off.run({ pathId, cohortId })) router.refresh();
  }
  return (
    <section aria-labelledby="cohorts" className="no-print mt-9">
      <h2 id="cohorts" className="mb-1">
        {t('title')}
      </h2>
      <p className="mb-3 max-w-measure text-ink-2">{t('lead')}</p>
      <ErrorSummary message={off.message} entries={off.entries} attempt={off.attempt} />
      <ul className="mb-4">
        {cohorts
          .filter(({ on }) => on)
          .map((cohort) => (
            <li
              key={cohort.id}
              className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1.5 border-b border-line py-2"
            >
              <span className="wrap-anywhere">
                <Link href={paths.cohort(cohort.id)} className="font-semibold text-accent underline">
                  {inLocale(locale, cohort)}
                </Link>{' '}
                <span className="text-ink-3">{t('people', { count: cohort.people })}</span>
              </span>
              <span className="flex flex-wrap gap-2">
                <LinkButton href={paths.pathProgress(slug, cohort.id)} size="small">
                  {t('whoIsWhere')}
                  <span className="sr-only">: {inLocale(locale, cohort)}</span>
                </LinkButton>
                <Button size="small" disabled={off.pending} onClick={() => takeOff(cohort.id)}>
                  {t('off')}
                  <span className="sr-only">: {inLocale(locale, cohort)}</span>
                </Button>
              </span>
            </li>
          ))}
      </ul>
      {free.length > 0 ? (
        <CommandForm
          command={put}
          submit={t('submit')}
          input={(form) => ({ pathId, cohortId: String(form.get('cohortId')) })}
          onDone={told}
        >
          <Field name="cohortId" label={t('cohort')} error={put.errorOf('cohortId')}>
            <Select name="cohortId">
              {free.map((cohort) => (
                <option key={cohort.id} value={cohort.id}>
                  {t('choice', { name: inLocale(locale, cohort), count: cohort.people })}
                </option>
              ))}
            </Select>
          </Field>
        </CommandForm>
      ) : null}
    </section>
  );
}
