import type { activities } from '@concord/db/schema/courses';
import { files } from '@concord/db/schema/system';
import { inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { fileSettings } from '../authoring/kinds/file.ts';
import { videoSettings } from '../authoring/kinds/video.ts';

/** A file of a course as a page names it. */
export type MediaFile = { name: string; href: string; mediaType: string; size: number };

/** What a video or a file activity holds besides its words. */
export type Media = {
  video: MediaFile | null;
  captions: { language: string; href: string }[];
  files: MediaFile[];
};

type Activity = Pick<typeof activities.$inferSelect, 'kind' | 'settings'>;

/** The files an activity shows or hands out, or null where it is of another kind. */
export async function mediaOf(ctx: SignedIn, { kind, settings }: Activity): Promise<Media | null> {
  if (kind === 'video') {
    const read = videoSettings.safeParse(settings);
    if (!read.success) return null;
    const [video] = await describe(ctx, read.data.video ? [read.data.video] : []);
    const captions = Object.entries(read.data.captions).map(([language, { fileId }]) => ({
      language,
      href: `/api/files/${fileId}`,
    }));
    return { video: video ?? null, captions, files: [] };
  }
  if (kind !== 'file') return null;
  const read = fileSettings.safeParse(settings);
  return { video: null, captions: [], files: await describe(ctx, read.success ? read.data.files : []) };
}

async function describe(
  ctx: SignedIn,
  named: readonly { fileId: string; name: string }[],
): Promise<MediaFile[]> {
  if (named.length === 0) return [];
  const ids = named.map(({ fileId }) => fileId);
  const rows = await ctx.tx
    .select({ id: files.id, mediaType: files.mediaType, size: files.size })
    .from(files)
    .where(inArray(files.id, ids));
  return named.flatMap(({ fileId, name }) => {
    const row = rows.find(({ id }) => id === fileId);
    return row ? [{ name, href: `/api/files/${fileId}`, mediaType: row.mediaType, size: row.size }] : [];
  });
}
