'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';
import { BreakFields } from './break-fields.tsx';
import type { Broken } from './broken.ts';
import type { About } from './nation-acts.tsx';
import type { NamedParagraph } from './types.ts';

type Step = 'say' | 'confirm' | 'done' | 'late';

/** Breaks silence in two steps: what is said, and then once more what follows from it, before it is final. */
export function BreakSilence({ about, onClose }: { about: About; onClose: () => void }) {
  const [said, setSaid] = useState<Broken | null>(null);
  const [step, setStep] = useState<Step>('say');
  if (step === 'done' || step === 'late')
    return <Result about={about} late={step === 'late'} onClose={onClose} />;
  return (
    <>
      <div hidden={step !== 'say'}>
        <BreakFields
          silenceId={about.silenceId}
          onCancel={onClose}
          onSaid={(broken) => {
            setSaid(broken);
            setStep('confirm');
          }}
        />
      </div>
      {step === 'confirm' && said ? (
        <Confirm
          about={about}
          said={said}
          onBack={() => setStep('say')}
          onDone={(late) => setStep(late ? 'late' : 'done')}
        />
      ) : null}
    </>
  );
}

type ConfirmProps = { about: About; said: Broken; onBack: () => void; onDone: (late: boolean) => void };

function Confirm({ about, said, onBack, onDone }: ConfirmProps) {
  const t = useTranslations('silence.break');
  const command = useCommand(api.silence.break.mutate);
  async function send() {
    const { kind, reason, paragraphs } = said;
    const done = await command.run({
      ...{ silenceId: about.silenceId, kind, reason },
      paragraphIds: paragraphs.map(({ id }) => id),
    });
    if (done) onDone(done.late);
  }
  const message = command.message ?? command.entries[0]?.message ?? null;
  return (
    <div aria-busy={command.pending}>
      <ErrorSummary message={message} attempt={command.attempt} />
      <Heading>{t('confirmTitle', { nation: about.nation })}</Heading>
      <ul className="mb-4 max-w-measure list-disc pl-5">
        <li>{t(about.open ? 'then.stops' : 'then.joins', { version: about.version })}</li>
        <li>
          {t(about.named ? 'then.named' : 'then.unnamed', { nations: about.nations, nation: about.nation })}
        </li>
        <li>{t('then.lift', { nation: about.nation })}</li>
      </ul>
      <dl className="mb-5 max-w-measure border-y border-line py-3 text-sm">
        <dt className="font-semibold">{t(`kinds.${said.kind}`)}</dt>
        <dd className="mb-2 text-ink-2">
          <Paragraphs paragraphs={said.paragraphs} />
        </dd>
        <dt className="font-semibold">{t('reason')}</dt>
        <dd className="max-h-48 overflow-y-auto whitespace-pre-line text-ink-2 wrap-anywhere">
          {said.reason}
        </dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button onClick={send} disabled={command.pending}>
          {t('submit', { nation: about.nation })}
        </Button>
        <Button look="quiet" onClick={onBack} disabled={command.pending}>
          {t('back')}
        </Button>
      </div>
    </div>
  );
}

function Paragraphs({ paragraphs }: { paragraphs: readonly NamedParagraph[] }) {
  const t = useTranslations('silence.break');
  if (paragraphs.length === 0) return t('whole');
  return (
    <ul>
      {paragraphs.map((one) => (
        <li key={one.id} className="wrap-anywhere">
          {one.number ? t('paragraph', { number: one.number }) : null} {one.opening}
        </li>
      ))}
    </ul>
  );
}

function Result({ about, late, onClose }: { about: About; late: boolean; onClose: () => void }) {
  const t = useTranslations('silence.break');
  return (
    <div>
      <Heading>{t(late ? 'late.title' : 'done.title')}</Heading>
      <p className="mb-4 max-w-measure text-ink-2">
        {late
          ? t('late.body', { version: about.version })
          : t('done.body', { version: about.version, nation: about.nation })}
      </p>
      <Button onClick={onClose}>{t('close')}</Button>
    </div>
  );
}

/** Takes the focus when its step comes, so that it is read out. */
function Heading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h3 ref={heading} tabIndex={-1} className="mb-2 text-base outline-none">
      {children}
    </h3>
  );
}
