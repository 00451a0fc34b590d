'use client';

import { editorState, step } from '@concord/api/features/texts/writing';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useReducer } from 'react';
import { Button } from '#components/ui/button.tsx';
import { SavedLine } from '#features/authoring/saved-line.tsx';
import { useLive } from '#realtime/use-live.ts';
import { Behind } from './behind.tsx';
import { firstWriting, freshWriting } from './first-writing.ts';
import { MakeVersion } from './make-version.tsx';
import { Note } from './note.tsx';
import { Rows } from './rows.tsx';
import type { Editing } from './types.ts';
import { useSummary } from './use-summary.ts';
import { useVersionDraft } from './use-version-draft.ts';

/** The chair's editor: paragraphs to type in, what is proposed to them, and the version they become. */
export function VersionEditor({ editing }: { editing: Editing }) {
  const t = useTranslations('texts.editor');
  const router = useRouter();
  const [state, dispatch] = useReducer(step, editing, (first) => editorState(firstWriting(first)));
  const writing = state.now;
  const draft = useVersionDraft(editing.text.id, writing, { savedAt: editing.kept?.savedAt ?? null });
  const summary = useSummary(writing, editing);
  const behind = writing.base !== editing.number;
  useLive(`text:${editing.text.id}`, () => router.refresh());
  const undoing = useMemo(
    () => ({ undo: () => dispatch({ do: 'undo' }), redo: () => dispatch({ do: 'redo' }) }),
    [],
  );

  async function startAfresh() {
    dispatch({ do: 'load', writing: freshWriting(editing) });
    await draft.drop();
  }

  return (
    <div className="grid gap-x-10 gap-y-6 min-[1080px]:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="min-w-0">
        {behind ? (
          <Behind
            base={writing.base}
            number={editing.number}
            onKeep={() => dispatch({ do: 'rebase', base: editing.number })}
            onFresh={startAfresh}
          />
        ) : null}
        <Rows state={state} editing={editing} dispatch={dispatch} />
      </div>
      <aside
        aria-label={t('beside')}
        className="flex min-w-0 flex-col gap-6 min-[1080px]:sticky min-[1080px]:top-12 min-[1080px]:max-h-[calc(100vh-6rem)] min-[1080px]:self-start min-[1080px]:overflow-y-auto"
      >
        <div>
          <div className="flex flex-wrap gap-2">
            <Button size="small" disabled={state.past.length === 0} onClick={undoing.undo}>
              {t('undo')}
            </Button>
            <Button size="small" disabled={state.future.length === 0} onClick={undoing.redo}>
              {t('redo')}
            </Button>
          </div>
          <SavedLine savedAt={draft.savedAt} state={draft.state} />
        </div>
        <Note note={writing.note} dispatch={dispatch} />
        <MakeVersion
          writing={writing}
          editing={editing}
          summary={summary}
          behind={behind}
          draft={draft}
          onFresh={startAfresh}
        />
      </aside>
    </div>
  );
}
