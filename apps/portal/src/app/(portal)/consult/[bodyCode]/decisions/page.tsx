import { registerInput } from '@concord/api/features/decisions/schemas';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { partOf, type Said, said } from '#features/address.ts';
import { BodyTabs } from '#features/consult/body-tabs.tsx';
import { dominant } from '#features/consult/marking-words.ts';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { RegisterFilters } from '#features/decisions/register-filters.tsx';
import { RegisterList } from '#features/decisions/register-list.tsx';
import { paths } from '#features/paths.ts';
import { pageTitle } from '#features/shell/page-title.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/[bodyCode]/decisions'>;

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

type Asked = ReturnType<typeof askedFor>;

/** The register, asked for once for the title and the page. */
const load = cache(async (...[bodyCode, year, procedure, words, before]: Words) => {
  const register = await (await serverApi()).decisions.register({ bodyCode, year, procedure, words, before });
  return { register, marking: dominant(Object.values(register.markings)) };
});
type Words = [Asked['bodyCode'], Asked['year'], Asked['procedure'], Asked['words'], Asked['before']];

async function loadAsked({ params, searchParams }: Props) {
  const [{ bodyCode }, said] = await Promise.all([params, searchParams]);
  const asked = askedFor(partOf(bodyCode), said);
  const { year, procedure, words, before } = asked;
  return { asked, ...(await load(asked.bodyCode, year, procedure, words, before)) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, { marking }] = await Promise.all([getTranslations('decisions'), loadAsked(props)]);
  return { title: await pageTitle(t('title'), marking?.levelName) };
}

/** A body's decisions, the newest first. */
export default async function RegisterPage(props: Props) {
  const { asked, register, marking } = await loadAsked(props);
  const { bodyCode: code, year, procedure, words, before } = asked;
  const filter = { year: year ? String(year) : '', procedure: procedure ?? '', words: words ?? '' };
  const c = await getTranslations('consult');
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
