'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field, FieldError } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { api } from '#trpc/client.ts';
import type { Criterion, ScoringBoard } from './types.ts';

type Props = { board: ScoringBoard; known: Criterion | null };
const words = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** Adds a line to the rubric, or changes one. */
export function CriterionDialog({ board, known }: Props) {
  const t = useTranslations('scoring.rubric');
  return (
    <PlanDialog
      action={t(known ? 'change' : 'add')}
      about={known?.title}
      title={t(known ? 'changeTitle' : 'add')}
    >
      {(close) => <CriterionForm board={board} known={known} onDone={close} />}
    </PlanDialog>
  );
}

function CriterionForm({ board, known, onDone }: Props & { onDone: () => void }) {
  const t = useTranslations('scoring.rubric');
  const router = useRouter();
  const command = useCommand(api.scoring.saveCriterion.mutate);
  const competitive = board.exercise.kind === 'competitive';
  const [count, setCount] = useState(known?.levels.length ?? 3);
  const places = Array.from({ length: count }, (_, index) => index);
  const judged = known !== null && board.judgedBy.includes(known.id);
  const pointsOf = (form: FormData, index: number) => {
    const typed = words(form, `points.${index}`);
    return competitive && typed !== '' ? Number(typed) : null;
  };
  return (
    <CommandForm
      command={command}
      submit={t('save')}
      input={(form) => ({
        ...{ exerciseId: board.exercise.id, criterionId: known?.id ?? null },
        ...{ titleEn: words(form, 'titleEn'), titleFr: words(form, 'titleFr') },
        ...{ objectiveId: words(form, 'objectiveId') || null, open: form.get('open') !== null },
        levels: places.map((index) => ({
          ...{ en: words(form, `en.${index}`), fr: words(form, `fr.${index}`) },
          points: pointsOf(form, index),
        })),
      })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
      actions={known && !judged ? <RemoveCriterion known={known} onDone={onDone} /> : null}
    >
      {(['titleEn', 'titleFr'] as const).map((name) => (
        <Field key={name} name={name} label={t(name)} error={command.errorOf(name)}>
          <TextField name={name} maxLength={300} defaultValue={known?.[name] ?? ''} autoComplete="off" />
        </Field>
      ))}
      <Field name="objectiveId" label={t('objective')} error={command.errorOf('objectiveId')} optional>
        <Select name="objectiveId" defaultValue={known?.objectiveId ?? ''}>
          <option value="">{t('noObjective')}</option>
          {board.objectives.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox name="open" defaultChecked={known?.open ?? true}>
        {t('openToTeams')}
      </Checkbox>
      <fieldset id="field-levels" tabIndex={-1} className="flex flex-col gap-4">
        <legend className="mb-1 font-semibold">{t('levels')}</legend>
        {command.errorOf('levels') ? <FieldError>{command.errorOf('levels')}</FieldError> : null}
        {judged ? <p className="text-sm text-ink-2">{t('judged')}</p> : null}
        {places.map((index) => (
          <LevelFields
            key={index}
            index={index}
            level={known?.levels[index]}
            competitive={competitive}
            fixed={judged}
            errorOf={command.errorOf}
          />
        ))}
        {judged ? null : (
          <div className="flex flex-wrap gap-2">
            <Button size="small" disabled={count >= 8} onClick={() => setCount(count + 1)}>
              {t('addLevel')}
            </Button>
            <Button size="small" disabled={count <= 2} onClick={() => setCount(count - 1)}>
              {t('removeLevel')}
            </Button>
          </div>
        )}
      </fieldset>
    </CommandForm>
  );
}

type LevelProps = {
  index: number;
  level: Criterion['levels'][number] | undefined;
  competitive: boolean;
  fixed: boolean;
  errorOf: (path: string) => string | null;
};

function LevelFields({ index, level, competitive, fixed, errorOf }: LevelProps) {
  const t = useTranslations('scoring.rubric');
  return (
    <div className="grid gap-3 border-l-3 border-line pl-3">
      {(['en', 'fr'] as const).map((language) => (
        <Field
          key={language}
          name={`levels.${index}.${language}`}
          label={t(`levelIn.${language}`, { number: index + 1 })}
          error={errorOf(`levels.${index}.${language}`)}
        >
          <TextField
            name={`${language}.${index}`}
            maxLength={300}
            defaultValue={level?.[language] ?? ''}
            autoComplete="off"
          />
        </Field>
      ))}
      {competitive ? (
        <Field
          name={`levels.${index}.points`}
          label={t('pointsOfLevel', { number: index + 1 })}
          error={errorOf(`levels.${index}.points`)}
        >
          <TextField
            name={`points.${index}`}
            inputMode="numeric"
            maxLength={5}
            readOnly={fixed}
            defaultValue={level?.points ?? ''}
            autoComplete="off"
            className="max-w-24"
          />
        </Field>
      ) : null}
    </div>
  );
}

function RemoveCriterion({ known, onDone }: { known: Criterion; onDone: () => void }) {
  const t = useTranslations('scoring.rubric');
  const router = useRouter();
  const command = useCommand(api.scoring.removeCriterion.mutate);
  async function remove() {
    if (!(await command.run({ criterionId: known.id }))) return;
    onDone();
    router.refresh();
  }
  return (
    <>
      <Button disabled={command.pending} onClick={() => void remove()}>
        {t('remove')}
      </Button>
      {command.message ? (
        <span role="alert" className="text-sm text-bad">
          {command.message}
        </span>
      ) : null}
    </>
  );
}
