'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import type { Doubtful } from './types.ts';

/** Mappings that a new version of a framework put in doubt: its words changed, or the code is gone. */
export function ToLookAt({ mappings }: { mappings: readonly Doubtful[] }) {
  const t = useTranslations('frameworks.mappings');
  const router = useRouter();
  const command = useCommand(api.frameworks.map.mutate);
  if (mappings.length === 0) return null;
  async function decide({ subject, subjectId, id }: Doubtful, maps: boolean) {
    if (await command.run({ subject, subjectId, itemIds: [id], maps })) router.refresh();
  }
  return (
    <section aria-labelledby="look" className="mb-8 border-l-3 border-warn pl-4">
      <h2 id="look" className="mb-1">
        {t('look.title', { count: mappings.length })}
      </h2>
      <p className="mb-2 max-w-measure text-ink-2">{t('look.lead')}</p>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      <ul className="border-t border-line">
        {mappings.map((one) => (
          <li key={`${one.subjectId} ${one.id}`} className="border-b border-line py-2.5">
            <Link
              href={paths.mapping(one.subject, one.subjectId)}
              className="font-semibold text-accent underline"
            >
              {one.name}
            </Link>{' '}
            <span className="text-sm text-ink-3">{one.within}</span>
            <Words mapping={one} />
            <div className="mt-1.5 flex flex-wrap gap-2">
              {one.gone ? null : (
                <Button size="small" onClick={() => decide(one, true)}>
                  {t('look.stillRight')}
                  <span className="sr-only">: {one.name}</span>
                </Button>
              )}
              <Button size="small" onClick={() => decide(one, false)}>
                {t('remove')}
                <span className="sr-only">: {one.name}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Words({ mapping: { gone, before, title, framework } }: { mapping: Doubtful }) {
  const t = useTranslations('frameworks.mappings.look');
  return (
    <p className="wrap-anywhere">
      <span className="text-sm text-ink-3">{framework}: </span>
      {gone ? (
        <>
          <span lang="en">{title}</span> <b className="text-bad">{t('gone')}</b>
        </>
      ) : (
        <span lang="en">
          {before === title ? null : <del className="text-ink-3">{before}</del>} {title}
        </span>
      )}
    </p>
  );
}
