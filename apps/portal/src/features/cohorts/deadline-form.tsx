'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { FieldError } from '#components/ui/field.tsx';
import { toast } from '#components/ui/toast.ts';
import { dayEdge } from '#i18n/format.ts';
import { api } from '#trpc/client.ts';

type Line = { key: string; title: string; unit: string; day: string };
type Props = { cohortId: string; revision: number; zone: string; activities: readonly Line[] };

/** A last day for each activity, or none; all of them are saved together. */
export function DeadlineForm({ cohortId, revision, zone, activities }: Props) {
  const t = useTranslations('cohorts.deadlines');
  const router = useRouter();
  const command = useCommand(api.cohorts.setDeadlines.mutate);
  return (
    <CommandForm
      command={command}
      submit={t('save')}
      input={(form) => ({
        cohortId,
        revision,
        deadlines: activities.flatMap(({ key }) => {
          const day = String(form.get(`due-${key}`) ?? '');
          return day ? [{ activityKey: key, dueAt: dayEdge(day, zone, 'end') }] : [];
        }),
      })}
      onDone={() => {
        toast(t('saved'));
        router.refresh();
      }}
    >
      <ul className="max-w-measure border-t border-line">
        {activities.map((line) => (
          <Row key={line.key} line={line} error={command.errorOf(`deadlines.${line.key}`)} />
        ))}
      </ul>
    </CommandForm>
  );
}

function Row({ line, error }: { line: Line; error: string | null }) {
  const t = useTranslations('cohorts.deadlines');
  const id = `field-deadlines-${line.key}`;
  return (
    <li className="grid items-center gap-x-6 gap-y-1 border-b border-line py-2.5 md:grid-cols-[minmax(0,1fr)_11rem]">
      <label htmlFor={id} className="wrap-anywhere">
        <span className="sr-only">{t('dueFor', { title: line.title })}</span>
        <span aria-hidden="true">
          {line.title}
          <span className="block text-sm text-ink-2">{line.unit}</span>
        </span>
      </label>
      <div>
        {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
        <input
          id={id}
          type="date"
          name={`due-${line.key}`}
          defaultValue={line.day}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className="block min-h-10 w-full rounded-md border border-line-field bg-paper px-3 py-2 aria-invalid:border-bad"
        />
      </div>
    </li>
  );
}
