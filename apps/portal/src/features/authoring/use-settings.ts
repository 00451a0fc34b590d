'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { api } from '#trpc/client.ts';
import type { EditedActivity } from './types.ts';

/** What an activity of a kind is made of, kept as soon as it changes; who comes too late is told. */
export function useSettings<Settings extends Record<string, unknown>>(
  edited: EditedActivity,
  start: Settings,
) {
  const router = useRouter();
  const command = useCommand(api.authoring.saveSettings.mutate);
  const captions = useCommand(api.authoring.saveCaptions.mutate);
  const base = useRef(edited.settingsBase);
  const [settings, setSettings] = useState(start);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const { courseId, activity } = edited;

  function keptAs(done: { base: string; settings: Record<string, unknown> } | undefined): boolean {
    if (!done) return false;
    base.current = done.base;
    setSettings(done.settings as Settings);
    setSavedAt(new Date().toISOString());
    router.refresh();
    return true;
  }

  return {
    settings,
    savedAt,
    command,
    captions,
    save: async (next: Settings) =>
      keptAs(
        await command.run({
          courseId,
          activityId: activity.id,
          base: base.current,
          settings: next as Record<string, never>,
        }),
      ),
    saveCaptions: async (language: string, text: string | null) =>
      keptAs(await captions.run({ courseId, activityId: activity.id, language, captions: text })),
  };
}
