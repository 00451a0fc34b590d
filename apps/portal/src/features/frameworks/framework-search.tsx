import type { ItemKind } from '@concord/api/features/frameworks/rules';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextField } from '#components/ui/text-field.tsx';

type Props = { frameworkId: string; kind: ItemKind; query: string };

/** Looks for words in one kind of a framework's things; kept in the address. */
export function FrameworkSearch({ frameworkId, kind, query }: Props) {
  const t = useTranslations('frameworks');
  return (
    <search>
      <form action={`/learn/frameworks/${frameworkId}`} className="mb-5 flex flex-wrap items-end gap-3">
        <input type="hidden" name="kind" value={kind} />
        <Field name="q" label={t('search')} className="min-w-60 flex-1">
          <TextField type="search" name="q" defaultValue={query} aria-required={false} />
        </Field>
        <Button type="submit">{t('find')}</Button>
      </form>
    </search>
  );
}
