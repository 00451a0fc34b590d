'use client';

import { useRouter } from 'next/navigation';
import { api } from '#trpc/client.ts';
import type { EditedText } from './types.ts';
import { type Stored, useKept } from './use-kept.ts';

type Of = {
  courseId: string;
  course: string;
  activity: { id: string; key: string };
  language: string;
  stored: EditedText | undefined;
  /** Of a translation: the hash of the source it is written after. */
  follows: string | null;
};

export type TextEditing = ReturnType<typeof useText>;

const storedOf = (text: EditedText | undefined): Stored<string> => ({
  value: text?.source ?? '',
  base: text?.hash ?? null,
  savedAt: text?.savedAt ?? null,
  savedBy: text?.savedBy ?? null,
});

/** One text of an activity under work. */
export function useText({ courseId, course, activity, language, stored, follows }: Of) {
  const router = useRouter();
  const kept = useKept<string>({
    place: `${activity.id}.${language}`,
    stored: storedOf(stored),
    refusedAs: 'authoring.changedMeanwhile',
    send: async (source, base) => {
      const of = { courseId, activityId: activity.id, language, follows };
      const done = await api.authoring.saveText.mutate({
        ...{ commandId: crypto.randomUUID(), ...of },
        ...{ source, base },
      });
      return { base: done.hash, savedAt: done.savedAt };
    },
    latest: async () => {
      const now = await api.authoring.activity.query({ course, activity: activity.key });
      const other = now.texts[language];
      return other ? storedOf(other) : null;
    },
  });
  return {
    ...kept,
    text: kept.value,
    confirm: async () => {
      if (await kept.save()) router.refresh();
    },
  };
}
