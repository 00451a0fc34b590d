import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { idSaid } from '#features/address.ts';
import { EarlierImports } from '#features/imports/earlier-imports.tsx';
import { PrepareImport } from '#features/imports/prepare-import.tsx';
import { Preview } from '#features/imports/preview.tsx';
import { PeopleTabs } from '#features/people/people-tabs.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/people/import'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') };
}

/** Brings in people from a file: read, look, write. */
export default async function ImportPage({ searchParams }: Props) {
  const id = idSaid((await searchParams).id);
  const api = await serverApi();
  const t = await getTranslations('imports');
  const preview = id ? await api.imports.byId({ importId: id }) : null;
  return (
    <ClientMessages of={['imports']}>
      <PageHeader
        crumbs={preview ? [{ label: t('title'), href: '/people/import' }] : undefined}
        title={preview ? preview.fileName : t('title')}
        lead={preview ? undefined : t('lead')}
      />
      {preview ? <Preview preview={preview} /> : <Start />}
    </ClientMessages>
  );
}

async function Start() {
  const api = await serverApi();
  const [imports, { cohorts }] = await Promise.all([api.imports.list(), api.cohorts.list()]);
  return (
    <>
      <PeopleTabs current="import" />
      <div className="flex flex-col gap-9">
        <PrepareImport cohorts={cohorts} />
        <EarlierImports imports={imports} />
      </div>
    </>
  );
}
