'use client';

import { wordCount } from '@concord/api/features/assignments/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { BringButton } from '#features/authoring/kinds/bring-button.tsx';
import { SavedLine } from '#features/authoring/saved-line.tsx';
import { api } from '#trpc/client.ts';
import type { OwnWork, Submission } from './types.ts';
import { useDraft } from './use-draft.ts';

type Props = {
  at: { enrolmentId: string; activityId: string };
  asks: OwnWork['asks'];
  draft: Submission | null;
  /** What was handed in before and sent back: the next try begins with it. */
  before: string;
};

/** Where work is written and handed in. */
export function HandIn({ at, asks, draft, before }: Props) {
  const t = useTranslations('assignments');
  const router = useRouter();
  const command = useCommand(api.assignments.handIn.mutate);
  const { text, files, savedAt, state, change, sequence, stop, handedIn } = useDraft(at, draft, before);
  const { minWords, maxWords } = asks;
  const limits = minWords || maxWords ? t('limits', { min: minWords ?? 0, max: maxWords ?? 0 }) : undefined;
  return (
    <section aria-label={t('yourWork')} className="mb-10 max-w-measure">
      <CommandForm
        command={command}
        submit={t('handIn')}
        input={() => {
          stop();
          return { ...at, text, fileIds: files.map(({ fileId }) => fileId), sequence: sequence.current + 1 };
        }}
        onDone={() => {
          handedIn();
          router.refresh();
        }}
      >
        {asks.text ? (
          <Field name="text" label={t('yourWork')} description={limits} error={command.errorOf('text')}>
            <TextArea
              name="text"
              rows={14}
              value={text}
              onChange={({ target }) => change({ text: target.value })}
            />
          </Field>
        ) : null}
        {asks.text ? (
          <p className="-mt-3 text-sm text-ink-2">{t('words', { count: wordCount(text) })}</p>
        ) : null}
        {asks.files ? (
          <div>
            <ul className="mb-2">
              {files.map((file) => (
                <li key={file.fileId} className="flex flex-wrap items-center gap-3 py-1">
                  <span className="wrap-anywhere">{file.name}</span>
                  <Button
                    size="small"
                    aria-label={t('removeFile', { name: file.name })}
                    onClick={() => change({ files: files.filter(({ fileId }) => fileId !== file.fileId) })}
                  >
                    {t('remove')}
                  </Button>
                </li>
              ))}
            </ul>
            <BringButton
              label={t('addFile')}
              onBrought={async (file) => change({ files: [...files, file] })}
            />
          </div>
        ) : null}
        <SavedLine savedAt={savedAt} state={state} />
      </CommandForm>
    </section>
  );
}
