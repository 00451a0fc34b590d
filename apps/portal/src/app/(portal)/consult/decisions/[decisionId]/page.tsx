import { decisionInput } from '@concord/api/features/decisions/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { PageMarking } from '#features/consult/page-marking.tsx';
import { DecisionView } from '#features/decisions/decision-view.tsx';
import { pageTitle } from '#features/shell/page-title.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/consult/decisions/[decisionId]'>;

/** Asked once for the title and the page. */
const read = cache(async (decisionId: string) => (await serverApi()).decisions.byId({ decisionId }));

async function load({ params }: Props) {
  const asked = decisionInput.safeParse(await params);
  if (!asked.success) notFound();
  return read(asked.data.decisionId);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const decision = await load(props);
  const level = decision.markings[decision.markingId]?.levelName ?? '';
  return { title: await pageTitle(`${decision.number} · ${decision.sheet.title}`, level) };
}

/** A decision: what was agreed and how, whether it proves sound, and what follows from it. */
export default async function DecisionPage(props: Props) {
  const decision = await load(props);
  const marking = decision.markings[decision.markingId];
  return (
    <>
      <PageMarking marking={marking} />
      <ClientMessages of={['decisions.actions', 'decisions.publish', 'decisions.follow']}>
        <DecisionView decision={decision} />
      </ClientMessages>
    </>
  );
}
