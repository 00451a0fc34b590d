'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import { SavedLine } from './saved-line.tsx';
import type { EditedActivity } from './types.ts';

/** How long an activity takes, and whether it is required; kept as soon as it is changed. */
export function ActivityFacts({ courseId, activity }: Pick<EditedActivity, 'courseId' | 'activity'>) {
  const t = useTranslations('authoring.activity');
  const router = useRouter();
  const save = useCommand(api.authoring.setActivity.mutate);
  const [facts, setFacts] = useState({ minutes: activity.minutes, required: activity.required });
  const [savedAt, setSavedAt] = useState<string | null>(null);

  async function keep(next: typeof facts) {
    setFacts(next);
    if (next.minutes === facts.minutes && next.required === facts.required) return;
    const done = await save.run({ courseId, activityId: activity.id, ...next });
    if (!done) return;
    setSavedAt(new Date().toISOString());
    router.refresh();
  }

  return (
    <div>
      <ErrorSummary message={save.message} entries={save.entries} attempt={save.attempt} />
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <Field name="minutes" label={t('minutes')} error={save.errorOf('minutes')} className="w-32">
          <TextField
            type="number"
            min={0}
            max={600}
            defaultValue={facts.minutes}
            onBlur={({ target }) => keep({ ...facts, minutes: Math.round(Number(target.value)) || 0 })}
          />
        </Field>
        <Checkbox
          checked={facts.required}
          onChange={({ target }) => keep({ ...facts, required: target.checked })}
          className="mb-1.5"
        >
          {t('required')}
        </Checkbox>
      </div>
      <SavedLine savedAt={savedAt} />
    </div>
  );
}
