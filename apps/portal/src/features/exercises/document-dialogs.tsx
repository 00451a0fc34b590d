'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { ConfirmedCommand } from '#components/confirmed-command.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { MarkingPicker } from '#features/consult/marking-picker.tsx';
import type { MarkingChoices, MarkingInput } from '#features/consult/types.ts';
import { Attachments } from '#features/contribution/attachments.tsx';
import { useUploads } from '#features/contribution/use-uploads.ts';
import { api } from '#trpc/client.ts';
import { PlanDialog } from './plan-dialog.tsx';
import type { Exercise } from './types.ts';

type Document = Exercise['documents'][number];
const audiences = ['staff', 'holders', 'all'] as const;

/** Brings a document, for whom it is and how it is marked. */
export function AddDocument({ exerciseId, choices }: { exerciseId: string; choices: MarkingChoices }) {
  const t = useTranslations('exercise.documents');
  return (
    <PlanDialog action={t('add')} title={t('add')}>
      {(close) => <AddForm exerciseId={exerciseId} choices={choices} onDone={close} />}
    </PlanDialog>
  );
}

type AddProps = { exerciseId: string; choices: MarkingChoices; onDone: () => void };

function AddForm({ exerciseId, choices, onDone }: AddProps) {
  const t = useTranslations('exercise.documents');
  const m = useTranslations('markings');
  const router = useRouter();
  const command = useCommand(api.exercises.addDocument.mutate);
  const file = useOneFile();
  const [marking, setMarking] = useState<MarkingInput | null>(null);
  const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
  return (
    <CommandForm
      command={command}
      submit={t('save')}
      input={(form) => ({
        ...{ exerciseId, title: text(form, 'title'), marking, fileId: file.fileId },
        audience: text(form, 'audience') as Document['audience'],
      })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
    >
      <Field name="title" label={t('name')} error={command.errorOf('title')}>
        <TextField name="title" maxLength={200} autoComplete="off" />
      </Field>
      <FileField file={file} error={command.errorOf('fileId') ?? command.errorOf('fileIds')} />
      <Field name="audience" label={t('audience')} error={command.errorOf('audience')}>
        <Select name="audience" defaultValue="holders">
          {audiences.map((audience) => (
            <option key={audience} value={audience}>
              {t(`audiences.${audience}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="marked" label={t('marking')}>
        <Select
          name="marked"
          value={marking ? 'own' : 'exercise'}
          onChange={(event) =>
            setMarking(event.target.value === 'own' ? { level: 0, releasableTo: ['ALLIES'] } : null)
          }
        >
          <option value="exercise">{t('asExercise')}</option>
          <option value="own">{t('own')}</option>
        </Select>
      </Field>
      {marking ? (
        <MarkingPicker
          choices={choices}
          value={marking}
          onChange={setMarking}
          whole={{ label: m('allies'), releasableTo: ['ALLIES'] }}
        />
      ) : null}
    </CommandForm>
  );
}

/** Brings a newer version. */
export function RenewDocument({ document }: { document: Document }) {
  const t = useTranslations('exercise.documents');
  return (
    <PlanDialog action={t('renew')} about={document.title} title={t('renewTitle')}>
      {(close) => <RenewForm document={document} onDone={close} />}
    </PlanDialog>
  );
}

function RenewForm({ document, onDone }: { document: Document; onDone: () => void }) {
  const t = useTranslations('exercise.documents');
  const router = useRouter();
  const command = useCommand(api.exercises.renewDocument.mutate);
  const file = useOneFile();
  return (
    <CommandForm
      command={command}
      submit={t('renew')}
      input={(form) => ({
        documentId: document.id,
        fileId: file.fileId,
        note: String(form.get('note') ?? '').trim(),
      })}
      onDone={() => {
        onDone();
        router.refresh();
      }}
    >
      <p className="font-semibold wrap-anywhere">{document.title}</p>
      <FileField file={file} error={command.errorOf('fileId') ?? command.errorOf('fileIds')} />
      <Field name="note" label={t('note')} error={command.errorOf('note')} optional>
        <TextField name="note" maxLength={300} />
      </Field>
    </CommandForm>
  );
}

/** Takes a document away with all its versions, after asking once. */
export function RemoveDocument({ document }: { document: Document }) {
  const t = useTranslations('exercise.documents');
  const router = useRouter();
  const command = useCommand(api.exercises.removeDocument.mutate);
  return (
    <ConfirmedCommand
      command={command}
      input={{ documentId: document.id }}
      action={t('remove')}
      about={document.title}
      title={t('removeTitle')}
      onDone={() => router.refresh()}
    >
      {t('removeFollows', { title: document.title })}
    </ConfirmedCommand>
  );
}

function useOneFile() {
  const { uploads, add, drop, clear } = useUploads();
  const fileId = uploads.find((one) => one.fileId !== null)?.fileId ?? '';
  async function choose(file: File) {
    clear();
    await add([file]);
  }
  return { uploads, drop, fileId, choose };
}

function FileField({ file, error }: { file: ReturnType<typeof useOneFile>; error: string | null }) {
  const t = useTranslations('exercise.documents');
  return (
    <>
      <Field name="file" label={t('file')} error={error}>
        <input
          id="field-file"
          type="file"
          className="block w-full text-sm"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) void file.choose(chosen);
          }}
        />
      </Field>
      <Attachments uploads={file.uploads} onDrop={file.drop} />
    </>
  );
}
