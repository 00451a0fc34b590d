import { z } from 'zod';
import { exportOwn } from '../features/authoring/archive/own.ts';
import { key } from '../features/courses/schemas.ts';
import { paperEndpoint } from './paper.ts';

const ADDRESS = /^\/api\/courses\/([^/]+)\/(\d{1,6})\.zip$/;
const asked = z.strictObject({ course: key, number: z.coerce.number().int().min(1) });

/** A version of a course as one archive, for those who write it: `/api/courses/<slug>/<number>.zip`. */
export const courseArchiveEndpoint = paperEndpoint(({ pathname }) => {
  const [, course, number] = ADDRESS.exec(pathname) ?? [];
  const input = asked.safeParse({ course, number });
  if (!input.success) return null;
  return async (ctx) => {
    const { name, archive } = await exportOwn(ctx, input.data);
    return { name, type: 'application/zip', write: async () => archive };
  };
});
