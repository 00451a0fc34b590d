import { registerInput } from '@concord/api/features/decisions/schemas';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { partOf, type Said, said } from '#features/address.ts';
import { BodyTabs } from '#features/consult/body-tabs.tsx';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { RegisterFilters } from '#features/decisions/register-filters.tsx';
import { RegisterList } from '#features/decisions/register-list.tsx';
import { paths } from '#features/paths.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/[bodyCode]/decisions'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('decisions'))('title') };
}

/** What of an address can be asked for; anything else in it is left out. */
function askedFor(code: string, asked: Record<string, Said>) {
  const wanted = {
    year: Number(said(asked.year)),
    procedure: said(asked.procedure),
    words: said(asked.words),
    before: said(asked.before),
  };
  const kept = Object.entries(wanted).filter(
    ([key, value]) => value && registerInput.shape[key as keyof typeof wanted].safeParse(value).success,
  );
  return registerInput.parse({ bodyCode: code, ...Object.fromEntries(kept) });
}

/** A body's decisions, the newest first. */
export default async function RegisterPage({ params, searchParams }: Props) {
  const [{ bodyCode }, asked, api] = await Promise.all([params, searchParams, serverApi()]);
  const code = partOf(bodyCode);
  const { year, procedure, words, before } = askedFor(code, asked);
  const filter = { year: year ? String(year) : '', procedure: procedure ?? '', words: words ?? '' };
  const register = await api.decisions.register(askedFor(code, asked));
  const c = await getTranslations('consult');
  const marking = dominant(Object.values(register.markings));
  return (
    <>
      <PageMarking marking={marking} />
      <PageHeader
        title={register.body.name}
        crumbs={[{ label: c('title'), href: '/consult' }, { label: register.body.code }]}
      />
      <BodyTabs code={register.body.code} current="decisions" />
      <RegisterFilters code={register.body.code} years={register.years} filter={filter} />
      <RegisterList register={register} filtered={Object.values(filter).some((value) => value !== '')} />
      <Pagination
        newer={before ? paths.decisions(code, filter) : null}
        older={register.older ? paths.decisions(code, { ...filter, before: register.older }) : null}
      />
    </>
  );
}
