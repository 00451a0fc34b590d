import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { isId } from '#features/address.ts';
import { EndTemplate } from '#features/credential-templates/end-template.tsx';
import { Sheet } from '#features/credential-templates/sheet.tsx';
import { ChangeTemplate } from '#features/credential-templates/template-form.tsx';
import { Chosen, Versions } from '#features/credential-templates/versions.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { dayOf } from '#i18n/format.ts';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/credentials/templates/[templateId]'>;

async function load({ params }: Props) {
  const { templateId } = await params;
  if (!isId(templateId)) notFound();
  return (await serverApi()).credentialTemplates.byId({ templateId });
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).name };
}

/** One template: to change for who may, its versions, and where it was chosen. */
export default async function TemplatePage(props: Props) {
  const [template, t, clock] = await Promise.all([
    load(props),
    getTranslations('credentialTemplates'),
    getClock(),
  ]);
  const today = dayOf(clock.now, clock.zones.headquarters);
  const { id: templateId, revision, name, ended, can } = template;
  return (
    <ClientMessages of={['credentialTemplates']}>
      <PageHeader
        crumbs={[{ label: t('title'), href: paths.credentialTemplates() }]}
        title={name}
        lead={ended ? t('endedLead') : can.change ? t('changeLead') : undefined}
        actions={can.change ? <EndTemplate {...{ templateId, revision, name }} /> : null}
      />
      {can.change ? (
        <ChangeTemplate key={revision} template={template} today={today} />
      ) : (
        <div className="max-w-3xl">
          <Sheet body={template.body} today={today} />
        </div>
      )}
      <div className="grid gap-x-10 lg:grid-cols-2">
        <Versions template={template} />
        <Chosen template={template} />
      </div>
    </ClientMessages>
  );
}
