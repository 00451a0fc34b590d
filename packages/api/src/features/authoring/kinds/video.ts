import { z } from 'zod';
import { languageTag, singleLine, uuid } from '../../../schemas.ts';
import type { KindOfActivity } from './kind.ts';

/** A file of the course as an activity names it. */
export const namedFile = z.strictObject({ fileId: uuid, name: singleLine({ min: 1, max: 255 }) });

/** What a video is: one file, and captions per language. Its transcript is the activity's text. */
export const videoSettings = z.strictObject({
  video: namedFile.nullable(),
  captions: z.record(languageTag, namedFile).default({}),
});

export type VideoSettings = z.output<typeof videoSettings>;

/** Something to watch. Who cannot hear it reads the captions; who cannot see it, the transcript. */
export const video: KindOfActivity = {
  kind: 'video',
  settings: videoSettings,
  initial: { settings: { video: null, captions: {} }, quiz: null },
  needsText: false,
  findings({ settings, written }, languages) {
    const read = videoSettings.safeParse(settings);
    if (!read.success || read.data.video === null) return [{ severity: 'error', code: 'videoMissing' }];
    const { captions } = read.data;
    return languages.flatMap((language) => [
      ...(captions[language] ? [] : [{ severity: 'warning', code: 'captionsMissing', language } as const]),
      ...(written.includes(language)
        ? []
        : [{ severity: 'warning', code: 'transcriptMissing', language } as const]),
    ]);
  },
};
