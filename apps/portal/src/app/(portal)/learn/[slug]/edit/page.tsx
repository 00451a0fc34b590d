import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { EditorFrame } from '#features/authoring/editor-frame.tsx';
import { Languages } from '#features/authoring/languages.tsx';
import { OutlineEditor } from '#features/authoring/outline-editor.tsx';
import { OutlineList } from '#features/authoring/outline-list.tsx';
import { StartVersion } from '#features/authoring/start-version.tsx';
import { LessonsBehind } from '#features/lessons/behind.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/edit'>;

const load = cache(async (course: string) => {
  if (!isKey(course)) notFound();
  return (await serverApi()).authoring.course({ course });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).slug)).title };
}

/** The parts of a course's draft and its languages. */
export default async function EditCoursePage({ params }: Props) {
  const editor = await load((await params).slug);
  return (
    <EditorFrame editor={editor} at="outline">
      <LessonsBehind kind="unit" id={editor.course.id} />
      <ClientMessages
        of={[
          'authoring.start',
          'authoring.outline',
          'authoring.kinds',
          'authoring.languages',
          'authoring.saving',
          'authoring.conflict',
        ]}
      >
        {editor.draft ? (
          <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
            <OutlineEditor editor={editor} />
            <div>
              <Languages editor={editor} />
            </div>
          </div>
        ) : (
          <>
            <StartVersion courseId={editor.course.id} />
            <OutlineList editor={editor} />
          </>
        )}
      </ClientMessages>
    </EditorFrame>
  );
}
