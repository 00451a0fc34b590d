'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { api } from '#trpc/client.ts';
import type { Mapping } from './types.ts';

/** What a thing is mapped to, each taken off again by itself. */
export function MappedItems({ thing }: { thing: Mapping }) {
  const t = useTranslations('frameworks.mappings');
  const id = useId();
  const router = useRouter();
  const command = useCommand(api.frameworks.map.mutate);
  async function takeOff(itemId: string) {
    const { subject, id: subjectId } = thing;
    if (await command.run({ subject, subjectId, itemIds: [itemId], maps: false })) router.refresh();
  }
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2">
        {t('mappedTo')}
      </h2>
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      {thing.maps.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className={thing.maps.length > 0 ? 'border-t border-line' : undefined}>
        {thing.maps.map((item) => (
          <li key={item.id} className="flex items-start justify-between gap-4 border-b border-line py-2">
            <div className="min-w-0">
              <Link
                href={paths.frameworkItem(item.frameworkId, item.code)}
                className="wrap-anywhere text-accent underline"
              >
                <span lang="en">{item.title}</span>
              </Link>
              <ItemFacts item={item} />
            </div>
            <Button size="small" onClick={() => takeOff(item.id)}>
              {t('remove')}
              <span className="sr-only">: {item.title}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What kind of thing it is, of which framework, and for how much it stands. */
export function ItemFacts({ item }: { item: Pick<Mapping['maps'][number], 'kind' | 'framework' | 'parts'> }) {
  const t = useTranslations('frameworks');
  return (
    <span className="block text-sm text-ink-3">
      {t(`kind.${item.kind}`)}, {item.framework}
      {item.parts > 0 ? `, ${t('mappings.standsFor', { count: item.parts })}` : null}
    </span>
  );
}
