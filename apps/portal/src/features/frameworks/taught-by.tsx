'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Link } from '#components/ui/link.tsx';
import { Select } from '#components/ui/select.tsx';
import { api } from '#trpc/client.ts';
import type { FrameworkItem } from './types.ts';

const taught = (item: FrameworkItem, subjectId: string, maps: boolean) => ({
  ...{ subject: 'course' as const, subjectId, itemIds: [item.id], maps },
});

/** Which courses teach it; who may, adds one or takes one off. */
export function TaughtBy({ item }: { item: FrameworkItem }) {
  const t = useTranslations('frameworks.taught');
  const router = useRouter();
  const add = useCommand(api.frameworks.map.mutate);
  const remove = useCommand(api.frameworks.map.mutate);
  const free = item.choices.filter(({ id }) => item.courses.every((course) => course.id !== id));
  async function takeOff(courseId: string) {
    if (await remove.run(taught(item, courseId, false))) router.refresh();
  }
  return (
    <section aria-labelledby="taught" className="text-sm">
      <h2 id="taught" className="mb-3 text-base">
        {t('title')}
      </h2>
      <ErrorSummary message={remove.message} entries={remove.entries} attempt={remove.attempt} />
      {item.courses.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className="mb-4">
        {item.courses.map(({ id, slug, title }) => (
          <li key={id} className="flex items-start justify-between gap-3 py-1.5">
            <Link href={`/learn/${slug}`} className="wrap-anywhere text-accent underline">
              {title}
            </Link>
            {item.choices.some((choice) => choice.id === id) ? (
              <Button size="small" onClick={() => takeOff(id)}>
                {t('remove')}
                <span className="sr-only">: {title}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {item.can.map && free.length > 0 ? (
        <CommandForm
          command={add}
          submit={t('add')}
          input={(form) => taught(item, String(form.get('courseId')), true)}
          onDone={() => router.refresh()}
        >
          <Field name="courseId" label={t('course')} error={add.errorOf('subjectId')}>
            <Select name="courseId">
              {free.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
        </CommandForm>
      ) : null}
      <NeededBy needed={item.needed} />
    </section>
  );
}

/** The work and the parts in exercises it is mapped to. */
function NeededBy({ needed }: { needed: FrameworkItem['needed'] }) {
  const t = useTranslations('frameworks.mappings');
  const kinds = (['workRole', 'exerciseRole'] as const)
    .map((subject) => ({ subject, own: needed.filter((one) => one.subject === subject) }))
    .filter(({ own }) => own.length > 0);
  return kinds.map(({ subject, own }) => (
    <div key={subject} className="mt-5">
      <h2 className="mb-2 text-base">{t(`subjects.${subject}`)}</h2>
      <ul>
        {own.map(({ id, name }) => (
          <li key={id} className="wrap-anywhere py-0.5">
            {name}
          </li>
        ))}
      </ul>
    </div>
  ));
}
