'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { type ErrorWords, failureWords } from '#commands/words.ts';
import { api } from '#trpc/client.ts';
import type { EditedActivity } from './types.ts';
import { type Stored, useKept } from './use-kept.ts';

/** What another author kept of settings, line by line. */
export function settingsWords(theirs: Stored<Record<string, unknown>> | null) {
  if (!theirs) return null;
  const lines = Object.entries(theirs.value).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value, null, 1)}`,
  );
  return { savedBy: theirs.savedBy, savedAt: theirs.savedAt, words: lines.join('\n') };
}

/**
 * What an activity of a kind is made of, kept as soon as it changes, in the browser while there is no connection. `round`
 * counts what came from elsewhere: a form that holds its own text is drawn anew by it.
 */
export function useSettings<Settings extends Record<string, unknown>>(
  course: string,
  edited: EditedActivity,
  start: Settings,
) {
  const router = useRouter();
  const words = useTranslations() as unknown as ErrorWords;
  const attempt = useRef(0);
  const captions = useCommand(api.authoring.saveCaptions.mutate);
  const { courseId, activity } = edited;
  const kept = useKept<Settings>({
    place: `settings.${activity.id}`,
    stored: { value: start, base: edited.settingsBase, savedAt: null, savedBy: null },
    refusedAs: 'authoring.changedMeanwhile',
    pause: 0,
    send: async (settings, base) => {
      attempt.current += 1;
      const done = await api.authoring.saveSettings.mutate({
        ...{ commandId: crypto.randomUUID(), courseId, activityId: activity.id, base: base ?? '' },
        settings: settings as Record<string, never>,
      });
      router.refresh();
      return { base: done.base, savedAt: new Date().toISOString() };
    },
    latest: async () => {
      const now = await api.authoring.activity.query({ course, activity: activity.key });
      const value = { ...start, ...(now.activity.quiz ?? now.activity.settings) } as Settings;
      return { value, base: now.settingsBase, savedAt: null, savedBy: null };
    },
  });
  const failure = kept.failure ? failureWords(kept.failure, words) : { message: null, entries: [] };
  return {
    ...kept,
    settings: kept.value,
    command: {
      ...failure,
      attempt: attempt.current,
      pending: kept.state === 'saving',
      errorOf: (path: string) => failure.entries.find((entry) => entry.path === path)?.message ?? null,
    },
    captions,
    save: kept.write,
    saveCaptions: async (language: string, text: string | null) => {
      const done = await captions.run({ courseId, activityId: activity.id, language, captions: text });
      if (!done) return;
      kept.adopt(done.settings as Settings, done.base);
      router.refresh();
    },
  };
}
