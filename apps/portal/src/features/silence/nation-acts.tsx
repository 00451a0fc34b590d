'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import { BreakSilence } from './break-silence.tsx';
import {
  ConfirmLetter,
  LiftBreak,
  NoObjection,
  ObjectToMethod,
  RequestExtension,
  type Saying,
} from './say-forms.tsx';
import type { Can } from './types.ts';

/** What the acts of a nation speak of. */
export type About = {
  silenceId: string;
  version: number;
  nation: string;
  nations: number;
  /** Whether all whom it binds learn who broke it. */
  named: boolean;
  /** Its end, in words. */
  ends: string;
  /** The nation's own break that stands. */
  breakId: string | null;
  open: boolean;
};

type Props = { about: About; can: readonly Can[]; acknowledged: boolean; noObjection: boolean };
type Act = 'break' | 'noObjection' | 'requestExtension' | 'objectToMethod' | 'lift' | 'confirmLetter';

const forms = {
  noObjection: NoObjection,
  requestExtension: RequestExtension,
  objectToMethod: ObjectToMethod,
  lift: LiftBreak,
  confirmLetter: ConfirmLetter,
};

/** What a nation may say now. "No objection" and "Break silence" look alike, whichever of them the person may say. */
export function NationActs({ about, can, acknowledged, noObjection }: Props) {
  const t = useTranslations('silence.acts');
  const router = useRouter();
  const [act, setAct] = useState<Act | null>(null);
  // Whoever was led here to break silence finds the first of its two steps open.
  const mayBreak = can.includes('break');
  useEffect(() => {
    if (!mayBreak || window.location.hash !== '#break') return;
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
    setAct('break');
  }, [mayBreak]);
  const close = () => {
    setAct(null);
    router.refresh();
  };
  const saying: Saying = {
    about,
    onCancel: () => setAct(null),
    onDone: (words) => {
      toast(words);
      close();
    },
  };
  const Form = act === null || act === 'break' ? null : forms[act];
  return (
    <div className="no-print flex min-w-0 flex-col gap-2">
      {about.open ? <Weighed can={can} onAct={setAct} /> : null}
      <OtherActs about={about} can={can} onAct={setAct} />
      <Said acknowledged={acknowledged} noObjection={noObjection} open={about.open} />
      <Dialog
        open={act !== null}
        onClose={close}
        title={t(`titles.${act ?? 'break'}`, { nation: about.nation })}
      >
        {act === 'break' ? <BreakSilence about={about} onClose={close} /> : null}
        {Form ? <Form {...saying} /> : null}
      </Dialog>
    </div>
  );
}

type Offered = { can: readonly Can[]; onAct: (act: Act) => void };

/** The two answers to an open silence, drawn and named with the same weight. */
function Weighed({ can, onAct }: Offered) {
  const t = useTranslations('silence.acts');
  const answers = ['noObjection', 'break'] as const;
  const missing = answers.filter((one) => !can.includes(one));
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        {answers.map((one) => (
          <Button
            key={one}
            aria-disabled={!can.includes(one)}
            aria-describedby={can.includes(one) ? undefined : `silence-may-not-${one}`}
            onClick={() => can.includes(one) && onAct(one)}
            className="border-ink-2 md:min-w-36"
          >
            {t(`buttons.${one}`)}
          </Button>
        ))}
      </div>
      {missing.map((one) => (
        <p key={one} id={`silence-may-not-${one}`} className="max-w-80 text-sm text-ink-2">
          {t(`mayNot.${one}`)}
        </p>
      ))}
    </>
  );
}

function OtherActs({ about, can, onAct }: Offered & { about: About }) {
  const t = useTranslations('silence.acts');
  const others = (['objectToMethod', 'confirmLetter', 'lift'] as const).filter((one) => can.includes(one));
  const broken = !about.open && can.includes('break');
  return (
    <div className="flex flex-wrap gap-x-3 gap-y-2">
      {broken ? <Button onClick={() => onAct('break')}>{t('buttons.breakToo')}</Button> : null}
      {others.map((one) => (
        <Button key={one} onClick={() => onAct(one)}>
          {t(`buttons.${one}`)}
        </Button>
      ))}
      {can.includes('acknowledge') ? <Acknowledge silenceId={about.silenceId} /> : null}
      {can.includes('requestExtension') ? (
        <Button size="small" onClick={() => onAct('requestExtension')}>
          {t('buttons.requestExtension')}
        </Button>
      ) : null}
    </div>
  );
}

function Acknowledge({ silenceId }: { silenceId: string }) {
  const t = useTranslations('silence.acts');
  const router = useRouter();
  const command = useCommand(api.silence.acknowledge.mutate);
  async function say() {
    if (!(await command.run({ silenceId }))) return;
    toast(t('done.acknowledge'));
    router.refresh();
  }
  return (
    <>
      <Button size="small" onClick={say} disabled={command.pending}>
        {t('buttons.acknowledge')}
      </Button>
      {command.message ? (
        <p role="alert" className="basis-full text-sm text-bad">
          {command.message}
        </p>
      ) : null}
    </>
  );
}

/** What the nation has said so far; nothing said is nothing said. */
function Said({
  acknowledged,
  noObjection,
  open,
}: {
  acknowledged: boolean;
  noObjection: boolean;
  open: boolean;
}) {
  const t = useTranslations('silence.acts');
  if (!open) return null;
  const key = noObjection ? 'noObjection' : acknowledged ? 'acknowledged' : 'nothing';
  return <p className="text-sm text-ink-2">{t(`said.${key}`)}</p>;
}
