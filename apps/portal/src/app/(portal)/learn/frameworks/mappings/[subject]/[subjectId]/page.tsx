import { mapSubjects } from '@concord/api/features/frameworks/rules';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { isId } from '#features/address.ts';
import { ItemPicker } from '#features/frameworks/item-picker.tsx';
import { MappedItems } from '#features/frameworks/mapped-items.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/frameworks/mappings/[subject]/[subjectId]'>;

const load = cache(async (asked: string, subjectId: string) => {
  const subject = mapSubjects.find((one) => one === asked);
  if (!subject || !isId(subjectId)) notFound();
  return (await serverApi()).frameworks.mappings({ subject, subjectId });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { subject, subjectId } = await params;
  return { title: (await load(subject, subjectId)).name };
}

/** What one course, question, part of an exercise or kind of work is mapped to, and where more is found. */
export default async function MappingPage({ params }: Props) {
  const { subject, subjectId } = await params;
  const [t, thing] = await Promise.all([getTranslations('frameworks'), load(subject, subjectId)]);
  return (
    <ClientMessages of={['frameworks']}>
      <PageHeader
        crumbs={[
          { label: t('title'), href: paths.frameworks() },
          { label: t('mappings.title'), href: paths.mappings(thing.subject) },
        ]}
        title={thing.name}
        lead={[t(`mappings.one.${thing.subject}`), thing.within].filter(Boolean).join(', ')}
      />
      <p className="mb-6 max-w-measure">{t(`mappings.means.${thing.subject}`)}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 lg:grid-cols-2">
        <MappedItems thing={thing} />
        <ItemPicker thing={thing} />
      </div>
    </ClientMessages>
  );
}
