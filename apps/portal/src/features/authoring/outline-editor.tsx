'use client';

import { useTranslations } from 'next-intl';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { AddPart } from './add-part.tsx';
import type { Editor } from './types.ts';
import { UnitRow } from './unit-row.tsx';
import { useOutline } from './use-outline.ts';

/** The parts of a draft: add, rename, put in another order by pointer or by keys, take out and put back. */
export function OutlineEditor({ editor }: { editor: Editor }) {
  const t = useTranslations('authoring.outline');
  const outline = useOutline(editor);
  return (
    <section aria-labelledby="outline-parts">
      <h2 id="outline-parts" className="mb-1">
        {t('title')}
      </h2>
      <p id="outline-keys" className="mb-4 max-w-measure text-sm text-ink-2">
        {t('keys')}
      </p>
      <ErrorSummary message={outline.problem} entries={[]} attempt={outline.attempt} />
      <p role="status" className="sr-only">
        {outline.announcement}
      </p>
      <p role="status" className="mb-3 max-w-measure font-medium text-warn empty:hidden">
        {outline.waits ? t('waits') : null}
      </p>
      {outline.removed ? (
        <div className="mb-4 flex flex-wrap items-center gap-4 rounded-md border border-line-strong bg-wash px-4 py-2">
          <p>{t('removed', { title: outline.removed.title })}</p>
          <Button size="small" onClick={outline.undo} autoFocus>
            {t('undo')}
          </Button>
        </div>
      ) : null}
      <ol className="flex flex-col gap-4">
        {outline.units.map((unit, index) => (
          <UnitRow key={unit.id} unit={unit} index={index} editor={editor} outline={outline} />
        ))}
      </ol>
      <div className="mt-5 border-t border-line pt-4">
        <AddPart label={t('addUnit')} onAdd={(title) => outline.addUnit(title)} />
      </div>
      <Removals editor={editor} onRestore={outline.restore} />
    </section>
  );
}

type RemovalsProps = { editor: Editor; onRestore: (id: string) => void };

/** What was taken out of this draft, to put back until it is published. */
function Removals({ editor, onRestore }: RemovalsProps) {
  const t = useTranslations('authoring.outline');
  const { removals, course } = editor;
  if (removals.length === 0) return null;
  return (
    <details className="mt-6">
      <summary className="cursor-pointer font-semibold text-accent">
        {t('removals', { count: removals.length })}
      </summary>
      <ul className="mt-2 divide-y divide-line">
        {removals.map(({ id, titles }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-1.5">
            <span className="wrap-anywhere">{titles[course.sourceLanguage] ?? Object.values(titles)[0]}</span>
            <Button size="small" onClick={() => onRestore(id)}>
              {t('restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
