'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ConfirmDialog } from '#components/confirm-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { api } from '#trpc/client.ts';
import type { BracketView } from './types.ts';

type Props = { textId: string; number: string; bracket: BracketView };
type Option = BracketView['options'][number];

/** Who keeps which words of a bracket, and the way to keep them for one's nation or to let go of them. */
export function BracketKeepers({ textId, number, bracket }: Props) {
  const t = useTranslations('texts.bracket');
  return (
    <ul aria-label={t('list', { number })} className="mt-1 border-l-3 border-bracket pl-3">
      {bracket.options.map((option) => (
        <Kept key={option.id} textId={textId} bracketId={bracket.bracket} option={option} />
      ))}
    </ul>
  );
}

function Kept({ textId, bracketId, option }: { textId: string; bracketId: string; option: Option }) {
  const t = useTranslations('texts.bracket');
  const router = useRouter();
  const hold = useCommand(api.texts.hold.mutate);
  const letGo = useCommand(api.texts.letGo.mutate);
  const [asked, setAsked] = useState(false);
  const { keptBy, mine, text: words } = option;

  async function run(command: typeof hold) {
    const done = await command.run({ textId, bracketId, optionId: option.id });
    setAsked(false);
    if (done) router.refresh();
  }

  const failed = hold.message ?? letGo.message;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 py-0.5">
      <span className="wrap-anywhere">[{words}]</span>
      <span className="text-ink-2">
        {keptBy.length > 0 ? t('by', { codes: keptBy.join(', ') }) : mine ? t('ours') : t('unnamed')}
      </span>
      <Button
        size="small"
        className="no-print"
        disabled={hold.pending || letGo.pending}
        aria-label={t(mine ? 'letGoOf' : 'keepOf', { words })}
        onClick={() => (mine ? setAsked(true) : run(hold))}
      >
        {t(mine ? 'letGo' : 'keep')}
      </Button>
      {failed ? (
        <span role="alert" className="font-semibold text-bad">
          {failed}
        </span>
      ) : null}
      <ConfirmDialog
        open={asked}
        title={t('letGoOf', { words })}
        confirm={t('letGo')}
        pending={letGo.pending}
        onConfirm={() => run(letGo)}
        onClose={() => setAsked(false)}
      >
        {t('letGoHelp')}
      </ConfirmDialog>
    </li>
  );
}
