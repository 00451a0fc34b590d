'use client';

import { wants } from '@concord/api/features/meetings/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { asInput } from '#features/consult/marking-input.ts';
import { MarkingPicker } from '#features/consult/marking-picker.tsx';
import type { Marking, MarkingInput } from '#features/consult/types.ts';
import { api } from '#trpc/client.ts';
import type { Choices, Item } from './types.ts';

type Props = {
  meetingId: string;
  item: Item | null;
  /** The marking it has, or the meeting's where it is new: it may be narrower. */
  marking: Marking;
  onDone: () => void;
};

/** An item of the agenda: what it is about, what is wanted, how long, what it links to, and its marking. */
export function ItemForm({ meetingId, item, marking, onDone }: Props) {
  const t = useTranslations('meetings.item');
  const m = useTranslations('markings');
  const router = useRouter();
  const command = useCommand(api.meetings.saveItem.mutate);
  const [choices, setChoices] = useState<Choices | null>(null);
  const [own, setOwn] = useState<MarkingInput | null>(null);
  useEffect(() => {
    api.meetings.choices
      .query({ meetingId })
      .then(setChoices)
      .catch(() => onDone());
  }, [meetingId, onDone]);
  if (!choices) return <p className="text-ink-2">{m('counting')}</p>;
  const said = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
  return (
    <CommandForm
      command={command}
      submit={item ? t('save') : t('add')}
      input={(form) => ({
        ...{ meetingId, itemId: item?.id ?? null },
        ...{ title: said(form, 'title'), note: said(form, 'note'), lead: said(form, 'lead') },
        wanted: said(form, 'wanted') as (typeof wants)[number],
        minutes: said(form, 'minutes') === '' ? null : Number(said(form, 'minutes')),
        threadId: said(form, 'threadId') || null,
        textId: said(form, 'textId') || null,
        ...(own && { marking: own }),
      })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
    >
      <Field name="title" label={t('title')} error={command.errorOf('title')}>
        <TextField name="title" defaultValue={item?.title} maxLength={200} autoComplete="off" />
      </Field>
      <div className="grid gap-5 md:grid-cols-2">
        <Field name="wanted" label={t('wanted')} error={command.errorOf('wanted')}>
          <Select name="wanted" defaultValue={item?.wanted ?? 'discuss'}>
            {wants.map((one) => (
              <option key={one} value={one}>
                {t(`wants.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="minutes" label={t('minutes')} error={command.errorOf('minutes')} optional>
          <TextField
            type="number"
            name="minutes"
            min={1}
            max={1440}
            defaultValue={item?.minutes ?? undefined}
          />
        </Field>
      </div>
      <Field
        name="lead"
        label={t('lead')}
        description={t('leadHelp')}
        error={command.errorOf('lead')}
        optional
      >
        <TextField name="lead" defaultValue={item?.lead} maxLength={100} autoComplete="off" />
      </Field>
      <Field name="note" label={t('note')} error={command.errorOf('note')} optional>
        <TextArea name="note" rows={2} defaultValue={item?.note} maxLength={2000} />
      </Field>
      <LinkField name="textId" label={t('text')} choices={choices.texts} chosen={item?.text ?? null} />
      <LinkField
        name="threadId"
        label={t('thread')}
        choices={choices.threads}
        chosen={item?.thread ?? null}
      />
      <div>
        <Checkbox
          name="narrower"
          defaultChecked={false}
          onChange={(event) => setOwn(event.currentTarget.checked ? asInput(marking) : null)}
        >
          {t('narrower', { level: marking.levelName })}
        </Checkbox>
        {own ? (
          <div className="mt-3 border-l-3 border-line pl-4">
            <MarkingPicker
              choices={choices}
              value={own}
              onChange={setOwn}
              whole={{ label: t('asItIs'), releasableTo: marking.releasableTo }}
            />
          </div>
        ) : null}
        {command.errorOf('marking') ? (
          <p className="mt-1 text-sm font-semibold text-bad">{command.errorOf('marking')}</p>
        ) : null}
      </div>
    </CommandForm>
  );
}

type Linked = { id: string; title: string };
type LinkProps = { name: string; label: string; choices: readonly Linked[]; chosen: Linked | null };

function LinkField({ name, label, choices, chosen }: LinkProps) {
  const t = useTranslations('meetings.item');
  const all = chosen && !choices.some(({ id }) => id === chosen.id) ? [chosen, ...choices] : choices;
  return (
    <Field name={name} label={label} optional>
      <Select name={name} defaultValue={chosen?.id ?? ''}>
        <option value="">{t('none')}</option>
        {all.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </Field>
  );
}
