import { byCodeInput } from '../features/injects/schemas.ts';
import { takeOutInjects } from '../features/injects/take-out.ts';
import { paperEndpoint } from './paper.ts';

const ADDRESS = /^\/api\/exercises\/([^/]+)\/injects\.(xlsx|cexf\.json)$/;

/** The events list of an exercise as a file: `/api/exercises/<code>/injects.xlsx`, or `.cexf.json` for other programs. */
export const injectFilesEndpoint = paperEndpoint(({ pathname }) => {
  const [, code, ending] = ADDRESS.exec(pathname) ?? [];
  const input = byCodeInput.safeParse({ code });
  if (!input.success) return null;
  return (ctx) => takeOutInjects(ctx, input.data.code, ending === 'xlsx' ? 'xlsx' : 'cexf');
});
