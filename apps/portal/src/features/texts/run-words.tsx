import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { OddWords } from './odd-words.tsx';
import type { Change } from './types.ts';
import { runLooks } from './word-looks.ts';

/** Words that stayed, were struck or written; a screen reader hears which. */
export function RunWords({ runs }: { runs: Change['runs'] }) {
  const t = useTranslations('texts.changes');
  return runs.map((run, index) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: a run is known by its place alone
    if (run.op === 'same')
      return (
        <Fragment key={index}>
          <OddWords text={run.text} />
        </Fragment>
      );
    const Mark = run.op === 'added' ? 'ins' : 'del';
    return (
      <Mark key={index} className={runLooks[run.op]}>
        <span className="sr-only">{t(run.op)} </span>
        <OddWords text={run.text} />
      </Mark>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: a run is known by its place alone
  });
}
