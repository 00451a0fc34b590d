'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { CommandForm } from '#components/command-form.tsx';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/text-area.tsx';
import { toast } from '#components/ui/toast.ts';
import { languageName } from '#i18n/language-name.ts';
import { api } from '#trpc/client.ts';
import type { Publishing } from './types.ts';

type Props = { courseId: string; publishing: Publishing; first: boolean };

/** Publishes the draft: what is told to learners, and what becomes of those under way. Or gives it up. */
export function PublishForm({ courseId, publishing, first }: Props) {
  const t = useTranslations('authoring.publish');
  const router = useRouter();
  const publish = useCommand(api.authoring.publish.mutate);
  const { draft, languages } = publishing;
  if (!draft) return null;
  return (
    <section aria-labelledby="publish">
      <h2 id="publish" className="mb-3">
        {t('title', { number: draft.number })}
      </h2>
      <CommandForm
        command={publish}
        submit={t('submit', { number: draft.number })}
        input={(form) => ({
          courseId,
          revision: draft.revision,
          notes: Object.fromEntries(
            languages.map((language) => [
              language,
              String(form.get(`notes-${language}`) ?? '').replace(/\r\n?/g, '\n'),
            ]),
          ),
          moves: form.get('moves') === 'move' ? ('move' as const) : ('stay' as const),
          requiresRetake: form.get('requiresRetake') === 'on',
        })}
        onDone={({ number, learners }) => {
          toast(learners ? t('doneMoved', { number, ...learners }) : t('done', { number }));
          router.refresh();
        }}
        actions={first ? null : <Discard courseId={courseId} number={draft.number} />}
      >
        {languages.map((language) => (
          <Field
            key={language}
            name={`notes-${language}`}
            label={t('notes', { language: languageName(language) })}
            optional
          >
            <TextArea name={`notes-${language}`} lang={language} rows={2} />
          </Field>
        ))}
        {first ? null : <LearnersRule />}
      </CommandForm>
    </section>
  );
}

function LearnersRule() {
  const t = useTranslations('authoring.publish');
  return (
    <>
      <fieldset>
        <legend className="mb-1 font-semibold">{t('learners')}</legend>
        {(['stay', 'move'] as const).map((rule) => (
          <label key={rule} className="flex items-start gap-2.5 py-1">
            <input
              type="radio"
              name="moves"
              value={rule}
              defaultChecked={rule === 'stay'}
              className="mt-1 size-[18px] flex-none accent-accent"
            />
            <span>
              {t(rule)} <span className="block text-sm text-ink-2">{t(`${rule}Explain`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Checkbox name="requiresRetake">{t('requiresRetake')}</Checkbox>
    </>
  );
}

function Discard({ courseId, number }: { courseId: string; number: number }) {
  const t = useTranslations('authoring.publish');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const discard = useCommand(api.authoring.discard.mutate);
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {t('discard')}
      </Button>
      <ErrorSummary message={discard.message} entries={discard.entries} attempt={discard.attempt} />
      <ConfirmDialog
        open={open}
        danger
        title={t('discardTitle', { number })}
        confirm={t('discard')}
        pending={discard.pending}
        onClose={() => setOpen(false)}
        onConfirm={async () => {
          if (await discard.run({ courseId })) router.refresh();
          setOpen(false);
        }}
      >
        {t('discardExplain')}
      </ConfirmDialog>
    </>
  );
}
