import { takeOutInput } from '../features/word/schemas.ts';
import { takeOut } from '../features/word/take-out.ts';
import { writeWord } from '../features/word/write.ts';
import { DOCX, paperEndpoint } from './paper.ts';

const ADDRESS = /^\/api\/texts\/([^/]+)\.docx$/;

/** A text as a Word file: `/api/texts/<id>.docx?view=clean|bracketed|redline&version=4&since=3`. */
export const textWordEndpoint = paperEndpoint(({ pathname, searchParams }) => {
  const asked = { textId: ADDRESS.exec(pathname)?.[1], ...Object.fromEntries(searchParams) };
  const input = takeOutInput.safeParse(asked);
  if (!input.success) return null;
  return async (ctx) => {
    const { name, text } = await takeOut(ctx, input.data);
    return { name, type: DOCX, write: () => writeWord(text) };
  };
});
