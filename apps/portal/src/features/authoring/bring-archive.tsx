'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { readFailure } from '#commands/failure.ts';
import { useCommand } from '#commands/use-command.ts';
import { type ErrorWords, failureWords } from '#commands/words.ts';
import { CommandForm } from '#components/command-form.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import { ArchiveProblems, ArchiveSummary } from './archive-summary.tsx';
import { MarkingFields } from './fact-fields.tsx';
import { BringButton } from './kinds/bring-button.tsx';
import type { ArchiveLook } from './types.ts';

type Props = { levels: readonly { rank: number; name: string }[] };
type Found = { fileId: string; name: string; look: ArchiveLook };

/** Takes a course archive: first what it holds and what is wrong with it, then all of it as a draft, or nothing. */
export function BringArchive({ levels }: Props) {
  const t = useTranslations('authoring.archive');
  const words = useTranslations() as unknown as ErrorWords;
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function look({ fileId, name }: { fileId: string; name: string }) {
    setFound(null);
    setProblem(null);
    try {
      setFound({ fileId, name, look: await api.authoring.archive.query({ fileId }) });
    } catch (error) {
      setProblem(failureWords(readFailure(error), words).message);
    }
  }

  return (
    <>
      <BringButton label={t('choose')} accept=".zip,application/zip" onBrought={look} />
      <p className="mt-2 max-w-measure text-sm text-ink-2">{t('hint')}</p>
      <div aria-live="polite" className="mt-6">
        {problem ? (
          <p role="alert" className="text-bad">
            {problem}
          </p>
        ) : null}
        {found ? (
          <section aria-label={found.name} className="max-w-4xl">
            <ArchiveSummary look={found.look} />
            <ArchiveProblems problems={found.look.problems} />
          </section>
        ) : null}
      </div>
      {found?.look.course && found.look.may && !found.look.existing?.otherSource ? (
        <Take key={found.fileId} fileId={found.fileId} look={found.look} levels={levels} />
      ) : null}
    </>
  );
}

function Take({ fileId, look, levels }: Props & Pick<Found, 'fileId' | 'look'>) {
  const t = useTranslations('authoring.archive');
  const router = useRouter();
  const command = useCommand(api.authoring.bringArchive.mutate);
  const { existing } = look;
  const draft = existing?.draft ?? null;
  if (draft && !existing?.mayReplace) return <p>{t('draftOpen', { number: draft.number })}</p>;
  return (
    <div className="mt-6 max-w-measure">
      <CommandForm
        command={command}
        submit={t('take')}
        input={(form) => ({
          fileId,
          audience: form.get('audience') === 'everyone' ? ('everyone' as const) : ('allies' as const),
          level: Number(form.get('level') ?? 0),
          overDraft: form.get('overDraft') === 'on',
        })}
        onDone={({ slug }) => router.push(paths.edit(slug))}
      >
        {existing ? null : <MarkingFields levels={levels} audience="allies" level={levels[0]?.rank ?? 0} />}
        {draft ? (
          <div>
            <p>{t('draftOpen', { number: draft.number })}</p>
            <Checkbox name="overDraft">{t('overDraft')}</Checkbox>
          </div>
        ) : null}
      </CommandForm>
    </div>
  );
}
