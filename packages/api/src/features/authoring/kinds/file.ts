import { z } from 'zod';
import type { KindOfActivity } from './kind.ts';
import { namedFile } from './video.ts';

/** Files to take away, in order. */
export const fileSettings = z.strictObject({ files: z.array(namedFile).max(50) });

export type FileSettings = z.output<typeof fileSettings>;

/** Something to download; its text says what it is for. */
export const file: KindOfActivity = {
  kind: 'file',
  settings: fileSettings,
  initial: { settings: { files: [] }, quiz: null },
  needsText: false,
  findings({ settings }) {
    const read = fileSettings.safeParse(settings);
    const none = !read.success || read.data.files.length === 0;
    return none ? [{ severity: 'error', code: 'filesMissing' }] : [];
  },
};
