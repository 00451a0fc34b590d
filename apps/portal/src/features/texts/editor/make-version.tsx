'use client';

import type { Writing } from '@concord/api/features/texts/writing';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { rowFieldId } from './row-words.tsx';
import { keptInput, type Summary, summaryOf } from './summary.ts';
import type { Editing } from './types.ts';
import type { useVersionDraft } from './use-version-draft.ts';
import { WhatFollows } from './what-follows.tsx';

type Props = {
  writing: Writing;
  editing: Editing;
  summary: Summary;
  behind: boolean;
  draft: ReturnType<typeof useVersionDraft>;
  onFresh: () => void;
};

/** What the version comes to, what still keeps it from being made, and the making of it. */
export function MakeVersion({ writing, editing, summary, behind, draft, onFresh }: Props) {
  const t = useTranslations('texts.editor');
  const [asked, setAsked] = useState(false);
  const number = editing.number + 1;
  const { problems } = summary;
  return (
    <section aria-labelledby="make-version" className="flex flex-col gap-3">
      <h2 id="make-version">{t('version', { number })}</h2>
      <WhatChanges summary={summary} takenIn={writing.takesIn.length} isFirst={editing.number === 0} />
      {problems.length > 0 ? <Problems problems={problems} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" disabled={problems.length > 0 || behind} onClick={() => setAsked(true)}>
          {t('make', { number })}
        </Button>
        {draft.savedAt !== null ? <Button onClick={onFresh}>{t('discard')}</Button> : null}
      </div>
      <Dialog open={asked} onClose={() => setAsked(false)} title={t('make', { number })}>
        <Making
          writing={writing}
          editing={editing}
          onMade={draft.stop}
          onClose={() => setAsked(false)}
          summary={summary}
        />
      </Dialog>
    </section>
  );
}

type MakingProps = Pick<Props, 'writing' | 'editing' | 'summary'> & {
  onMade: () => void;
  onClose: () => void;
};

function Making({ writing, editing, summary, onMade, onClose }: MakingProps) {
  const t = useTranslations('texts.editor');
  const c = useTranslations('common');
  const router = useRouter();
  const make = useCommand(api.texts.makeVersion.mutate);
  // Read once more from the words as they are now, with ids that stay through tries.
  const [{ paragraphs, options }] = useState(() => summaryOf(writing, editing, () => crypto.randomUUID()));
  const number = editing.number + 1;

  async function run() {
    const done = await make.run({
      textId: editing.text.id,
      base: writing.base,
      paragraphs,
      note: writing.note,
      kept: keptInput(options, editing.nations),
      takesIn: writing.takesIn,
    });
    if (!done) return;
    onMade();
    router.push(paths.text(editing.text.id, done.number > 1 ? { view: 'changes' } : {}));
  }

  return (
    <>
      <ErrorSummary message={make.message} entries={make.entries} attempt={make.attempt} />
      <WhatChanges summary={summary} takenIn={writing.takesIn.length} isFirst={editing.number === 0} />
      <WhatFollows number={number} />
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{c('cancel')}</Button>
        <Button look="primary" disabled={make.pending} onClick={run}>
          {t('make', { number })}
        </Button>
      </div>
    </>
  );
}

type ChangesProps = { summary: Summary; takenIn: number; isFirst: boolean };

function WhatChanges({ summary, takenIn, isFirst }: ChangesProps) {
  const t = useTranslations('texts.editor.counts');
  const { changed, inserted, deleted, moved, brackets } = summary.counts;
  const lines = [
    isFirst ? t('paragraphs', { count: summary.paragraphs.length }) : null,
    changed > 0 ? t('changed', { count: changed }) : null,
    inserted > 0 && !isFirst ? t('inserted', { count: inserted }) : null,
    deleted > 0 ? t('deleted', { count: deleted }) : null,
    moved > 0 ? t('moved', { count: moved }) : null,
    takenIn > 0 ? t('takenIn', { count: takenIn }) : null,
    brackets > 0 ? t('brackets', { count: brackets }) : null,
  ].filter((line) => line !== null);
  if (!isFirst && changed + inserted + deleted + moved === 0) lines.unshift(t('nothing'));
  return (
    <ul className="text-sm text-ink-2">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Problems({ problems }: { problems: Summary['problems'] }) {
  const t = useTranslations('texts.editor.problems');
  return (
    <div className="border-l-3 border-warn pl-3 text-sm">
      <p className="font-semibold">{t('title', { count: problems.length })}</p>
      <ul>
        {problems.slice(0, 12).map((one) => (
          <li key={`${one.rowId} ${one.what} ${one.words}`}>
            <a href={`#${rowFieldId(one.rowId)}`} className="text-accent underline-offset-4 hover:underline">
              {one.number ? `¶ ${one.number}: ` : ''}
              {t(one.what, { words: one.words })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
