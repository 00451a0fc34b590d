'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Command } from '#commands/use-command.ts';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import type { ButtonLook } from '#components/ui/button-look.ts';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { PlanDialog } from '#features/exercises/plan-dialog.tsx';
import { api } from '#trpc/client.ts';
import type { Observation } from './types.ts';

type PressProps<Input, Output> = {
  command: Command<Input, Output>;
  input: Input;
  label: string;
  about?: string;
  look?: ButtonLook;
  /** Among a page's own buttons. */
  size?: 'normal' | 'small';
  disabled?: boolean;
};

/** One press, one command, and the page anew. */
export function Press<Input, Output>({
  command,
  input,
  label,
  about,
  look,
  size = 'small',
  disabled,
}: PressProps<Input, Output>) {
  const router = useRouter();
  return (
    <>
      <Button
        size={size}
        look={look}
        disabled={disabled || command.pending}
        onClick={async () => {
          if ((await command.run(input)) !== undefined) router.refresh();
        }}
      >
        {label}
        {about ? <span className="sr-only">: {about}</span> : null}
      </Button>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
    </>
  );
}

/** Opens the talk to everybody who took part, or opens it again. */
export function OpenWash({ exerciseId, again }: { exerciseId: string; again: boolean }) {
  const t = useTranslations('lessons.wash');
  const command = useCommand(api.lessons.openWash.mutate);
  return (
    <Press
      command={command}
      input={{ exerciseId }}
      label={again ? t('openAgain') : t('open')}
      look="primary"
      size="normal"
    />
  );
}

/** Ends the talk. */
export function CloseWash({ exerciseId }: { exerciseId: string }) {
  const t = useTranslations('lessons.wash');
  const command = useCommand(api.lessons.closeWash.mutate);
  return <Press command={command} input={{ exerciseId }} label={t('close')} size="normal" />;
}

/** Makes a group, or gives one another title. */
export function SaveGroup({
  exerciseId,
  group,
}: {
  exerciseId: string;
  group?: { id: string; title: string };
}) {
  const t = useTranslations('lessons.wash');
  const router = useRouter();
  const command = useCommand(api.lessons.saveGroup.mutate);
  return (
    <PlanDialog
      action={group ? t('rename') : t('addGroup')}
      about={group?.title}
      title={group ? t('rename') : t('addGroup')}
      size={group ? 'small' : 'normal'}
    >
      {(close) => (
        <CommandForm
          command={command}
          submit={t('save')}
          input={(form) => ({
            exerciseId,
            groupId: group?.id ?? null,
            title: String(form.get('title') ?? '').trim(),
          })}
          onDone={() => {
            close();
            router.refresh();
          }}
        >
          <Field name="title" label={t('groupTitle')} error={command.errorOf('title')}>
            <TextField name="title" maxLength={200} defaultValue={group?.title} />
          </Field>
        </CommandForm>
      )}
    </PlanDialog>
  );
}

type GroupActsProps = {
  exerciseId: string;
  group: { id: string; title: string };
  at: number;
  last: number;
  current: boolean;
  open: boolean;
};

/** What the one who leads does with a group: talk about it, put it up or down, name it. */
export function GroupActs({ exerciseId, group, at, last, current, open }: GroupActsProps) {
  const t = useTranslations('lessons.wash');
  const point = useCommand(api.lessons.point.mutate);
  const move = useCommand(api.lessons.moveGroup.mutate);
  return (
    <div className="no-print flex flex-wrap items-center gap-2">
      {open ? (
        <Press
          command={point}
          input={{ exerciseId, groupId: current ? null : group.id }}
          label={current ? t('leave') : t('talk')}
          about={group.title}
          look={current ? 'plain' : 'primary'}
        />
      ) : null}
      <Press
        command={move}
        input={{ groupId: group.id, at: at - 1 }}
        label={t('up')}
        about={group.title}
        disabled={at === 0}
      />
      <Press
        command={move}
        input={{ groupId: group.id, at: at + 1 }}
        label={t('down')}
        about={group.title}
        disabled={at === last}
      />
      <SaveGroup exerciseId={exerciseId} group={group} />
    </div>
  );
}

type PlaceProps = {
  observation: Observation;
  groups: readonly { id: string; title: string }[];
  /** What it can be merged into: those that stand by themselves. */
  others: readonly Observation[];
};

const WORDS = 70;
const short = (words: string) => (words.length > WORDS ? `${words.slice(0, WORDS).trimEnd()}…` : words);

/** Where an observation stands: in which group, or within which other. */
export function PlaceActs({ observation, groups, others }: PlaceProps) {
  const t = useTranslations('lessons.wash');
  const router = useRouter();
  const place = useCommand(api.lessons.place.mutate);
  const merge = useCommand(api.lessons.merge.mutate);
  const { id, groupId, intoId, what } = observation;
  const done = (result: unknown) => result !== undefined && router.refresh();
  return (
    <div className="no-print mt-2 flex flex-wrap items-center gap-2 text-sm">
      <Select
        aria-label={t('groupOf', { what })}
        className="w-auto! max-w-full py-1 text-sm"
        value={groupId ?? ''}
        disabled={place.pending || merge.pending}
        onChange={async (event) =>
          done(await place.run({ observationId: id, groupId: event.target.value || null, at: 1_000 }))
        }
      >
        <option value="">{t('noGroup')}</option>
        {groups.map((group) => (
          <option key={group.id} value={group.id}>
            {short(group.title)}
          </option>
        ))}
      </Select>
      {others.length > 0 || intoId ? (
        <Select
          aria-label={t('mergeOf', { what })}
          className="w-auto! max-w-full py-1 text-sm"
          value={intoId ?? ''}
          disabled={place.pending || merge.pending}
          onChange={async (event) =>
            done(await merge.run({ observationId: id, intoId: event.target.value || null }))
          }
        >
          <option value="">{t('byItself')}</option>
          {others.map((other) => (
            <option key={other.id} value={other.id}>
              {t('within', { what: short(other.what) })}
            </option>
          ))}
        </Select>
      ) : null}
      <ErrorSummary
        message={place.message ?? merge.message}
        entries={[]}
        attempt={place.attempt + merge.attempt}
      />
    </div>
  );
}
