import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Run } from './types.ts';
import { useEnd } from './use-end.ts';

/** What the state of a silence means for the text, in a few sentences. */
export function SilenceWords({ run }: { run: Run }) {
  const t = useTranslations('silence.meaning');
  return (
    <>
      <End run={run} />
      <p>
        {t(meaningOf(run), {
          number: run.version.number,
          count: run.liveBreaks,
          nations: run.nations.length,
        })}{' '}
        <Extended run={run} />
      </p>
      <Aside run={run} />
    </>
  );
}

function meaningOf(run: Run) {
  if (run.state !== 'broken') return run.state;
  if (run.liveBreaks > 0) return 'broken';
  return run.liftedLate ? 'liftedLate' : 'lifted';
}

const strong = (words: ReactNode) => <b className="text-ink">{words}</b>;

function End({ run }: { run: Run }) {
  const t = useTranslations('silence.meaning');
  const end = useEnd(run.timeZone);
  const shown = ['announced', 'open', 'broken'].includes(run.state) ? run.expiresAt : null;
  if (!shown) return null;
  const { there, elsewhere } = end(shown);
  const key = run.state === 'announced' ? 'proposed' : run.state === 'broken' ? 'furtherBreaks' : 'ends';
  return (
    <p>
      <time dateTime={shown}>
        {t.rich(key, { there, elsewhere, none: elsewhere ? 'no' : 'yes', b: strong })}
      </time>
    </p>
  );
}

/** Old ends are kept: how often it was extended, and its first end. */
function Extended({ run }: { run: Run }) {
  const t = useTranslations('silence.meaning');
  const end = useEnd(run.timeZone);
  const moved = run.events.filter(({ kind }) => kind === 'extend').length;
  const [first] = run.expiries;
  if (moved === 0 || !first) return null;
  return <>{t('extended', { count: moved, first: end(first, 'short').there })}</>;
}

/** Why it cannot wait, and gaps left open on purpose. */
function Aside({ run }: { run: Run }) {
  const t = useTranslations('silence.meaning');
  const begun = run.events.findLast(({ kind }) => kind === 'open' || kind === 'announce');
  const why = run.pace === 'normal' ? '' : (begun?.author?.said.reason ?? '');
  return (
    <>
      {why && run.pace !== 'normal' ? (
        <p className="wrap-anywhere">{t(`pace.${run.pace}`, { why })}</p>
      ) : null}
      {run.placeholders > 0 ? <p>{t('gaps', { count: run.placeholders })}</p> : null}
    </>
  );
}
