import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { PrintButton } from '#components/print-button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { isExerciseCode } from '#features/address.ts';
import { DocumentList } from '#features/exercises/document-list.tsx';
import { OwnEvents, OwnTeam } from '#features/joining/own-around.tsx';
import { OwnDoor } from '#features/joining/own-door.tsx';
import { Missing } from '#features/joining/own-missing.tsx';
import { OwnSheets } from '#features/joining/own-sheets.tsx';
import { paths } from '#features/paths.ts';
import { seatTones } from '#features/seats/words.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/exercise/[code]/mine'>;

const load = cache(async (code: string) => {
  if (!isExerciseCode(code)) notFound();
  return (await serverApi()).joining.mine({ code });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { exercise } = await load((await params).code);
  return { title: (await getTranslations('joining'))('mine.title', { exercise: exercise.name }) };
}

/** One's own exercise: the seat, what is missing, where and when to be, whom to ask, one's team, the code for the door. */
export default async function MyExercisePage({ params }: Props) {
  const { code } = await params;
  const [t, words, mine] = [
    await getTranslations('joining.mine'),
    await getTranslations('exercise'),
    await load(code),
  ];
  const { exercise } = mine;
  return (
    <ClientMessages of={['exercise', 'joining']}>
      <PageHeader
        title={t('title', { exercise: exercise.name })}
        lead={
          <>
            {t('as', { role: mine.role })}{' '}
            <Tag tone={seatTones[mine.state]} marked>
              {words(`states.${mine.state}`, { position: mine.position ?? 0 })}
            </Tag>
          </>
        }
        crumbs={[
          { label: words('title'), href: '/exercise' },
          { label: exercise.name, href: paths.exercise(code) },
        ]}
        actions={<PrintButton>{t('print')}</PrintButton>}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-9 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="contents lg:flex lg:flex-col lg:gap-9">
          <Missing mine={mine} />
          <OwnSheets mine={mine} />
          <DocumentList documents={mine.documents} markings={mine.markings} />
        </div>
        {/* On a phone the code comes first: there it is what one holds out at the door. */}
        <div className="contents lg:flex lg:flex-col lg:gap-8 lg:border-l lg:border-line lg:pl-6">
          {mine.door ? (
            <div className="max-lg:order-first">
              <OwnDoor door={mine.door} />
            </div>
          ) : null}
          <OwnTeam mine={mine} />
          <OwnEvents mine={mine} />
        </div>
      </div>
    </ClientMessages>
  );
}
