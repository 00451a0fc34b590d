import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LinkButton } from '#components/ui/link-button.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { ChairActs } from './chair-acts.tsx';
import { NationActs } from './nation-acts.tsx';
import { SilenceClock } from './silence-clock.tsx';
import { SilenceHistory } from './silence-history.tsx';
import { SilenceNations } from './silence-nations.tsx';
import { SilenceWords } from './silence-words.tsx';
import type { Run, SilenceView } from './types.ts';
import { useEnd } from './use-end.ts';

/** What the list of a letter's scans says. */
const OF_FILES = ['files', 'attaching', 'attached', 'attachFailed', 'detach'].map(
  (key) => `contribution.${key}` as const,
);

type Props = {
  silence: SilenceView;
  /** What was written down when the text was adopted. */
  decision?: ReactNode;
};

/** When a text is final, across its room: the state in words, the clock, what one's nation may say, and what was said. */
export function SilencePanel({ silence, decision }: Props) {
  const t = useTranslations('silence');
  const { run, can } = silence;
  const begins = can.some((one) => one === 'open' || one === 'announce' || one === 'confirmAnew');
  if (!run && !begins) return null;
  return (
    <section
      aria-labelledby="silence-title"
      className="mb-6 rounded-md border border-line-strong forced-color-adjust-auto"
    >
      <h2 id="silence-title" className="sr-only">
        {t('title')}
      </h2>
      <div className="grid items-center gap-x-6 gap-y-4 px-4 py-4 md:px-6 min-[960px]:grid-cols-[auto_minmax(0,1fr)_auto]">
        {run ? <Head run={run} now={silence.now} /> : <p className="font-semibold">{t('state.none')}</p>}
        <div className="min-w-0 text-sm text-ink-2">
          {run ? <SilenceWords run={run} /> : t('meaning.none')}
        </div>
        <ClientMessages of={['silence.acts', 'silence.break', 'silence.clock']}>
          {run ? <Acts silence={silence} run={run} /> : null}
        </ClientMessages>
      </div>
      {run?.state === 'adopted' && decision ? (
        <div className="border-t border-line px-4 py-3 md:px-6">{decision}</div>
      ) : null}
      {begins || silence.leads ? <ChairRow silence={silence} begins={begins} /> : null}
      {run ? (
        <div className="border-t border-line px-4 py-1 text-sm md:px-6">
          <SilenceNations run={run} />
          <SilenceHistory run={run} />
        </div>
      ) : null}
    </section>
  );
}

function Head({ run, now }: { run: Run; now: string }) {
  const t = useTranslations('silence');
  const end = useEnd(run.timeZone);
  if (run.state === 'open' && run.expiresAt)
    return (
      <ClientMessages of={['silence.clock']}>
        <SilenceClock until={run.expiresAt} now={now} />
      </ClientMessages>
    );
  return (
    <p className="min-w-44 max-w-60">
      <span className="block text-xl leading-tight font-semibold">{t(`state.${run.state}`)}</span>
      {run.since ? <span className="text-sm text-ink-2">{end(run.since, 'short').there}</span> : null}
    </p>
  );
}

function Acts({ silence, run }: { silence: SilenceView; run: Run }) {
  const end = useEnd(run.timeZone);
  const mine = run.nations.find((one) => one.mine);
  if (!silence.delegated || !mine) return null;
  return (
    <NationActs
      about={{
        silenceId: run.id,
        version: run.version.number,
        nation: mine.name,
        nations: run.nations.length,
        named: silence.body.breaksNamed,
        ends: run.expiresAt ? end(run.expiresAt).there : '',
        breakId: run.ownBreak,
        open: run.state === 'open',
      }}
      can={silence.can}
      acknowledged={mine.acknowledgedAt !== null}
      noObjection={mine.noObjection}
    />
  );
}

function ChairRow({ silence, begins }: { silence: SilenceView; begins: boolean }) {
  const t = useTranslations('silence');
  const { run, can, textId } = silence;
  const acts = can.filter((one) =>
    ['extend', 'resume', 'withdraw', 'refer', 'lapse', 'enterLetter'].includes(one),
  );
  if (acts.length === 0 && !begins) return null;
  const way = can.includes('confirmAnew') ? 'confirm' : run?.state === 'announced' ? 'open' : 'begin';
  return (
    <div className="no-print flex flex-wrap items-center gap-2 border-t border-line px-4 py-3 md:px-6">
      {begins ? (
        <LinkButton size="small" href={paths.silence(textId)}>
          {t(`begin.${way}`, { number: silence.newestVersion?.number ?? 1 })}
        </LinkButton>
      ) : null}
      {run ? (
        <ClientMessages of={['silence.chair', 'silence.break', 'silence.end', 'silence.zones', ...OF_FILES]}>
          <ChairActs
            textId={textId}
            silenceId={run.id}
            can={acts}
            nations={run.nations.map(({ id, name }) => ({ id, name }))}
          />
        </ClientMessages>
      ) : null}
    </div>
  );
}
