'use client';

import { colours as allColours } from '@concord/api/features/exercises/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { api } from '#trpc/client.ts';
import { LanguageNeed, languageIn } from './language-need.tsx';
import type { PlannedRole, Planning } from './types.ts';

type Props = { exerciseId: string; planning: Planning; known: PlannedRole | null; onDone: () => void };

/** A role: its name and colour, the seats of each party, and what whoever plays it must hold on the last day. */
export function RoleForm({ exerciseId, planning, known, onDone }: Props) {
  const t = useTranslations('exercise.plan');
  const router = useRouter();
  const command = useCommand(api.exercises.saveRole.mutate);
  return (
    <CommandForm
      command={command}
      submit={t('saveRole')}
      input={(form) => roleInput(form, { exerciseId, roleId: known?.id ?? null, parties: planning.parties })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
    >
      <Basics known={known} errorOf={command.errorOf} />
      <PartySeats known={known} planning={planning} />
      <Needs known={known} planning={planning} errorOf={command.errorOf} />
      <Field
        name="reason"
        label={t('reason')}
        description={t('reasonNote')}
        error={command.errorOf('reason')}
      >
        <TextArea name="reason" rows={2} maxLength={500} defaultValue={known ? '' : t('reasonNew')} />
      </Field>
    </CommandForm>
  );
}

type Part = { known: PlannedRole | null; errorOf: (path: string) => string | null };

function Basics({ known, errorOf }: Part) {
  const t = useTranslations('exercise.plan');
  const colours = useTranslations('exercise.colours');
  return (
    <div className="grid gap-5 md:grid-cols-2">
      {(['nameEn', 'nameFr'] as const).map((name) => (
        <Field key={name} name={name} label={t(name)} error={errorOf(name)}>
          <TextField name={name} defaultValue={known?.[name] ?? ''} maxLength={200} autoComplete="off" />
        </Field>
      ))}
      <Field name="colour" label={t('colour')} error={errorOf('colour')}>
        <Select name="colour" defaultValue={known?.colour ?? 'blue'}>
          {allColours.map((colour) => (
            <option key={colour} value={colour}>
              {colours(colour)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="minimum" label={t('minimum')} error={errorOf('minimum')}>
        <TextField type="number" min={0} name="minimum" defaultValue={known?.minimum ?? 0} />
      </Field>
      <Field name="sharedSeats" label={t('shared')} error={errorOf('sharedSeats')}>
        <TextField type="number" min={0} name="sharedSeats" defaultValue={known?.sharedSeats ?? 0} />
      </Field>
    </div>
  );
}

function PartySeats({ known, planning }: { known: PlannedRole | null; planning: Planning }) {
  const t = useTranslations('exercise.plan');
  const lines = new Map(known?.parties.map((line) => [line.partyId, line]));
  const box = 'w-16 flex-none rounded-md border border-line-field bg-paper px-2 py-1 text-right tabular-nums';
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{t('partySeats')}</legend>
      <p className="mb-2 text-sm text-ink-2">{t('partySeatsNote')}</p>
      <div className="grid max-h-72 gap-y-1 overflow-y-auto border-y border-line py-2">
        {planning.parties.map((party) => (
          <div key={party.id} className="flex items-center justify-between gap-3 pr-2">
            <span className="min-w-0 flex-1 wrap-anywhere">{party.name}</span>
            <input
              type="number"
              name={`minimum-${party.id}`}
              aria-label={t('minimumOf', { party: party.name })}
              min={0}
              inputMode="numeric"
              defaultValue={lines.get(party.id)?.minimum || ''}
              className={box}
            />
            <input
              type="number"
              name={`seats-${party.id}`}
              aria-label={t('seatsOf', { party: party.name })}
              min={0}
              inputMode="numeric"
              defaultValue={lines.get(party.id)?.seats || ''}
              className={box}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Needs({ known, planning, errorOf }: Part & { planning: Planning }) {
  const t = useTranslations('exercise.plan');
  return (
    <>
      <fieldset>
        <legend className="mb-1 font-semibold">{t('courses')}</legend>
        <div className="grid max-h-48 gap-y-1 overflow-y-auto border-y border-line py-2">
          {planning.courses.map((course) => (
            <Checkbox
              key={course.id}
              name="course"
              value={course.id}
              defaultChecked={known?.courseIds.includes(course.id) ?? false}
            >
              {course.title}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-5 md:grid-cols-2">
        <Field name="level" label={t('level')} error={errorOf('level')} optional>
          <Select name="level" defaultValue={known?.level ?? ''}>
            <option value="">{t('noLevel')}</option>
            {planning.levels.map((level) => (
              <option key={level.rank} value={level.rank}>
                {level.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="workRoleId" label={t('workRole')} error={errorOf('workRoleId')} optional>
          <Select name="workRoleId" defaultValue={known?.workRoleId ?? ''}>
            <option value="">{t('noWorkRole')}</option>
            {planning.workRoles.map((work) => (
              <option key={work.id} value={work.id}>
                {work.name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <LanguageNeed known={known} errorOf={errorOf} />
    </>
  );
}

type About = { exerciseId: string; roleId: string | null; parties: Planning['parties'] };

function roleInput(form: FormData, { exerciseId, roleId, parties }: About) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const whole = (name: string) => Math.max(0, Math.trunc(Number(text(name))) || 0);
  return {
    ...{ exerciseId, roleId, nameEn: text('nameEn'), nameFr: text('nameFr') },
    colour: text('colour') as PlannedRole['colour'],
    ...{ minimum: whole('minimum'), sharedSeats: whole('sharedSeats'), reason: text('reason') },
    workRoleId: text('workRoleId') || null,
    language: languageIn(form),
    level: text('level') === '' ? null : whole('level'),
    courseIds: form.getAll('course').map(String),
    parties: parties.flatMap(({ id }) => {
      const line = { partyId: id, minimum: whole(`minimum-${id}`), seats: whole(`seats-${id}`) };
      return line.seats + line.minimum > 0 ? [line] : [];
    }),
  };
}
