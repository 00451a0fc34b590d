'use client';

import { fenced } from '@concord/api/features/contributions/portions';
import { useTranslations } from 'next-intl';
import { type RefObject, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { AudienceLine } from '#features/consult/audience-line.tsx';
import { MarkingPicker } from '#features/consult/marking-picker.tsx';
import type { MarkingInput, PartChoices } from '#features/consult/types.ts';
import { api } from '#trpc/client.ts';

type Props = {
  threadId: string;
  area: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onChange: (text: string) => void;
};

type Chosen = { choices: PartChoices; lines: Lines; value: MarkingInput };
/** The whole lines around what is selected. */
type Lines = { from: number; to: number };

/** Marks the selected lines more narrowly: chooses a marking, and puts the signs that say it around them. */
export function MarkPart({ threadId, area, text, onChange }: Props) {
  const t = useTranslations('contribution.part');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [nothing, setNothing] = useState(false);

  async function begin() {
    const lines = linesOf(text, area.current);
    setNothing(lines === null);
    const choices = lines && (await api.threads.choices.query({ threadId }).catch(() => null));
    if (!lines || !choices) return area.current?.focus();
    setChosen({ choices, lines, value: { level: choices.levels.at(-1)?.rank ?? 0, releasableTo: [] } });
  }

  function mark() {
    if (!chosen) return;
    const { from, to } = chosen.lines;
    const part = fenced(text.slice(from, to).trim(), signOf(chosen));
    onChange(`${text.slice(0, from)}${part}${text.slice(to)}`);
    setChosen(null);
    area.current?.focus();
  }

  return (
    <>
      <Button size="small" onClick={begin}>
        {t('mark')}
      </Button>
      <span role="status" className="text-sm font-semibold text-warn empty:hidden">
        {nothing ? t('selectFirst') : null}
      </span>
      {chosen ? (
        <Dialog open onClose={() => setChosen(null)} title={t('title')}>
          <p className="mb-4 max-w-form text-ink-2">{t('note')}</p>
          <blockquote className="mb-4 max-h-32 overflow-auto border-l-3 border-line pl-3 whitespace-pre-line wrap-anywhere">
            {text.slice(chosen.lines.from, chosen.lines.to).trim()}
          </blockquote>
          <MarkingPicker
            choices={chosen.choices}
            value={chosen.value}
            onChange={(value) => setChosen({ ...chosen, value })}
            whole={{ label: t('all'), releasableTo: chosen.choices.parties.map(({ id }) => id) }}
          />
          {chosen.value.releasableTo.length > 0 ? (
            <p className="mt-4 border-t border-line pt-3 text-sm">
              <AudienceLine threadId={threadId} marking={chosen.value} />
            </p>
          ) : null}
          <div className="mt-5 flex flex-wrap gap-2">
            <Button look="primary" disabled={chosen.value.releasableTo.length === 0} onClick={mark}>
              {t('do')}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}

function linesOf(text: string, area: HTMLTextAreaElement | null): Lines | null {
  if (!area || area.selectionStart === area.selectionEnd) return null;
  const from = text.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const end = text.indexOf('\n', area.selectionEnd - 1);
  const to = end < 0 ? text.length : end;
  return text.slice(from, to).trim() === '' ? null : { from, to };
}

/** The sign that says a choice: all Allies by one word where all of them are in it. */
function signOf({ choices, value }: Chosen) {
  const chosen = choices.parties.filter(({ id }) => value.releasableTo.includes(id));
  const allies = choices.parties.filter(({ ally }) => ally);
  const whole = allies.length > 3 && allies.every((party) => chosen.includes(party));
  const named = chosen.filter((party) => !(whole && party.ally)).map(({ code }) => code);
  const level = choices.levels.find(({ rank }) => rank === value.level)?.code ?? '';
  return { level, parties: whole ? ['ALLIES', ...named] : named };
}
