'use client';

import { type ItemKind, itemKinds } from '@concord/api/features/frameworks/rules';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Select } from '#components/ui/select.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { toast } from '#components/ui/toast.ts';
import { api } from '#trpc/client.ts';
import { FoundItems } from './found-items.tsx';
import type { FoundItem, Mapping } from './types.ts';
import { useFound } from './use-found.ts';

/** Finds things of frameworks by words as one types, and maps as many of them as are ticked, at once. */
export function ItemPicker({ thing }: { thing: Mapping }) {
  const t = useTranslations('frameworks.mappings');
  const router = useRouter();
  const [asked, setAsked] = useState({ query: '', frameworkId: '', kind: '' });
  const [chosen, setChosen] = useState<ReadonlyMap<string, FoundItem>>(new Map());
  const { found, failed } = useFound(asked);
  const command = useCommand(api.frameworks.map.mutate);
  const mapped = new Set(thing.maps.map(({ id }) => id));
  function choose(item: FoundItem, on: boolean) {
    const next = new Map(chosen);
    if (on) next.set(item.id, item);
    else next.delete(item.id);
    setChosen(next);
  }
  async function map() {
    const { subject, id: subjectId } = thing;
    if (!(await command.run({ subject, subjectId, itemIds: [...chosen.keys()], maps: true }))) return;
    toast(t('mapped', { count: chosen.size }));
    setChosen(new Map());
    router.refresh();
  }
  return (
    <section aria-labelledby="picker">
      <h2 id="picker" className="mb-2">
        {t('find')}
      </h2>
      <Asked asked={asked} onAsk={setAsked} frameworks={thing.frameworks} />
      <ErrorSummary message={command.message} entries={command.entries} attempt={command.attempt} />
      {failed ? <p className="text-bad">{t('findFailed')}</p> : null}
      <FoundItems found={found} chosen={chosen} mapped={mapped} onChoose={choose} />
      {chosen.size > 0 ? (
        <Button look="primary" className="sticky bottom-3 mt-3" disabled={command.pending} onClick={map}>
          {t('submit', { count: chosen.size })}
        </Button>
      ) : null}
    </section>
  );
}

type AskedWords = { query: string; frameworkId: string; kind: string };
type AskedProps = {
  asked: AskedWords;
  onAsk: (asked: AskedWords) => void;
  frameworks: Mapping['frameworks'];
};

function Asked({ asked, onAsk, frameworks }: AskedProps) {
  const t = useTranslations('frameworks');
  const kinds = itemKinds.filter((kind): kind is Exclude<ItemKind, 'category'> => kind !== 'category');
  return (
    <search className="mb-3 grid gap-3 md:grid-cols-2">
      <Field name="query" label={t('search')} className="md:col-span-2" optional>
        <TextField
          type="search"
          value={asked.query}
          maxLength={200}
          onChange={({ target }) => onAsk({ ...asked, query: target.value })}
        />
      </Field>
      <Field name="frameworkId" label={t('mappings.framework')} optional>
        <Select
          value={asked.frameworkId}
          onChange={({ target }) => onAsk({ ...asked, frameworkId: target.value })}
        >
          <option value="">{t('mappings.all')}</option>
          {frameworks.map(({ id, code, version }) => (
            <option key={id} value={id}>
              {code} {version}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="kind" label={t('tabs')} optional>
        <Select value={asked.kind} onChange={({ target }) => onAsk({ ...asked, kind: target.value })}>
          <option value="">{t('mappings.all')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
    </search>
  );
}
