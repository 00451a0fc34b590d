'use client';

import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { api } from '#trpc/client.ts';
import type { About } from './nation-acts.tsx';
import { ReasonForm } from './reason-form.tsx';

/** What each form of a nation is given. */
export type Saying = { about: About; onCancel: () => void; onDone: (words: string) => void };

/** "No objection", said early: a position. The period stays, and a break may still follow. */
export function NoObjection({ about, onCancel, onDone }: Saying) {
  const t = useTranslations('silence.acts');
  const command = useCommand(api.silence.noObjection.mutate);
  return (
    <ReasonForm
      command={command}
      input={(reason) => ({ silenceId: about.silenceId, reason })}
      submit={t('submit.noObjection', { nation: about.nation })}
      label={t('words')}
      onCancel={onCancel}
      onDone={({ state }) => onDone(t(state === 'prepared' ? 'done.prepared' : 'done.noObjection'))}
    >
      <p>{t('consequence.noObjection', { nation: about.nation, version: about.version })}</p>
      <p>{t('consequence.noObjectionKept', { ends: about.ends })}</p>
    </ReasonForm>
  );
}

/** A wish for more time, which stops nothing. */
export function RequestExtension({ about, onCancel, onDone }: Saying) {
  const t = useTranslations('silence.acts');
  const command = useCommand(api.silence.requestExtension.mutate);
  return (
    <ReasonForm
      command={command}
      input={(reason) => ({ silenceId: about.silenceId, reason })}
      submit={t('submit.requestExtension')}
      label={t('why')}
      onCancel={onCancel}
      onDone={() => onDone(t('done.requestExtension'))}
    >
      <p className="font-semibold text-ink">{t('consequence.requestExtension', { ends: about.ends })}</p>
      <p>{t('consequence.requestExtensionChair')}</p>
    </ReasonForm>
  );
}

/** The nation refuses silence as the method. */
export function ObjectToMethod({ about, onCancel, onDone }: Saying) {
  const t = useTranslations('silence.acts');
  const command = useCommand(api.silence.objectToMethod.mutate);
  return (
    <ReasonForm
      command={command}
      input={(reason) => ({ silenceId: about.silenceId, reason })}
      submit={t('submit.objectToMethod', { nation: about.nation })}
      label={t('why')}
      onCancel={onCancel}
      onDone={() => onDone(t('done.objectToMethod'))}
    >
      <p>{t('consequence.objectToMethod', { version: about.version })}</p>
    </ReasonForm>
  );
}

/** The nation lifts its break. */
export function LiftBreak({ about, onCancel, onDone }: Saying) {
  const t = useTranslations('silence.acts');
  const command = useCommand(api.silence.lift.mutate);
  if (about.breakId === null) return null;
  const { silenceId, breakId } = about;
  return (
    <ReasonForm
      command={command}
      input={(reason) => ({ silenceId, breakId, reason })}
      submit={t('submit.lift', { nation: about.nation })}
      label={t('words')}
      onCancel={onCancel}
      onDone={({ late }) => onDone(t(late ? 'done.lateLift' : 'done.lift'))}
    >
      <p>{t('consequence.lift')}</p>
      <p>{t('consequence.liftLate', { ends: about.ends })}</p>
    </ReasonForm>
  );
}

/** The nation says that the letter which the chair entered is its own. */
export function ConfirmLetter({ about, onCancel, onDone }: Saying) {
  const t = useTranslations('silence.acts');
  const command = useCommand(api.silence.confirmLetter.mutate);
  if (about.breakId === null) return null;
  const { silenceId, breakId } = about;
  return (
    <ReasonForm
      command={command}
      input={() => ({ silenceId, breakId })}
      submit={t('submit.confirmLetter', { nation: about.nation })}
      onCancel={onCancel}
      onDone={() => onDone(t('done.confirmLetter'))}
    >
      <p>{t('consequence.confirmLetter')}</p>
    </ReasonForm>
  );
}
