'use client';

import { type Mentioned, toStored, toWritten } from '@concord/api/features/contributions/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import { MarkPart } from './mark-part.tsx';
import { MentionArea } from './mention-area.tsx';

type Props = { threadId: string; id: string; onClose: () => void };
type Editing = { text: string; people: Mentioned[]; revision: number };

/** Another wording for one's own entry. Somebody who edited it meanwhile is not overwritten. */
export function EditDialog({ threadId, id, onClose }: Props) {
  const t = useTranslations('contribution');
  const c = useTranslations('common');
  const router = useRouter();
  const edit = useCommand(api.contributions.edit.mutate);
  const [state, setState] = useState<Editing | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    api.contributions.source
      .query({ contributionId: id })
      .then(({ source, people, revision }) => setState({ text: toWritten(source, people), people, revision }))
      .catch(onClose);
  }, [id, onClose]);

  async function save() {
    if (!state) return;
    const text = toStored(state.text, state.people);
    if (!(await edit.run({ contributionId: id, revision: state.revision, text }))) return;
    onClose();
    toast(t('editedDone'));
    router.refresh();
  }

  return (
    <Dialog open onClose={onClose} title={t('editTitle')}>
      <ErrorSummary message={edit.message} entries={edit.entries} attempt={edit.attempt} />
      {state ? (
        <>
          <MentionArea
            threadId={threadId}
            name="edit"
            label={t('editTitle')}
            value={state.text}
            onChange={(text) => setState({ ...state, text })}
            people={state.people}
            onMention={(person) =>
              setState(
                (now) =>
                  now && { ...now, people: [...now.people.filter((one) => one.id !== person.id), person] },
              )
            }
            onSend={save}
            area={area}
            error={edit.errorOf('text')}
          />
          <div className="mt-1">
            <MarkPart
              threadId={threadId}
              area={area}
              text={state.text}
              onChange={(text) => setState({ ...state, text })}
            />
          </div>
        </>
      ) : (
        <p className="text-ink-2">{t('loading')}</p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="primary" disabled={!state || edit.pending} onClick={save}>
          {t('saveEdit')}
        </Button>
        <Button onClick={onClose}>{c('cancel')}</Button>
      </div>
    </Dialog>
  );
}
