import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AboutTexts } from '#features/authoring/about-texts.tsx';
import { EditorFrame } from '#features/authoring/editor-frame.tsx';
import { FactsForm } from '#features/authoring/facts-form.tsx';
import { StartVersion } from '#features/authoring/start-version.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/edit/about'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('authoring'))('frame.about') };
}

/** What a course says of itself, and its facts. */
export default async function EditAboutPage({ params }: Props) {
  const { slug: course } = await params;
  if (!isKey(course)) notFound();
  const api = await serverApi();
  const editor = await api.authoring.course({ course });
  const about = await api.authoring.facts({ course });
  return (
    <EditorFrame editor={editor} at="about">
      <ClientMessages
        of={[
          'authoring.start',
          'authoring.about',
          'authoring.saving',
          'authoring.conflict',
          'learn.categories',
        ]}
      >
        {editor.draft ? (
          <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_26rem]">
            <AboutTexts
              course={course}
              courseId={editor.course.id}
              about={about}
              sourceLanguage={editor.course.sourceLanguage}
            />
            <FactsForm course={course} courseId={editor.course.id} about={about} />
          </div>
        ) : (
          <StartVersion courseId={editor.course.id} />
        )}
      </ClientMessages>
    </EditorFrame>
  );
}
