import { textInput } from '../features/texts/schemas.ts';
import { takeOutInput } from '../features/word/schemas.ts';
import { takeOut } from '../features/word/take-out.ts';
import { takeOutTextJson } from '../features/word/text-json.ts';
import { writeWord } from '../features/word/write.ts';
import { DOCX, jsonPaper, paperEndpoint } from './paper.ts';

const ADDRESS = /^\/api\/texts\/([^/]+)\.(docx|json)$/;

/**
 * A text as a file: `/api/texts/<id>.docx?view=clean|bracketed|redline&version=4&since=3` for people,
 * `/api/texts/<id>.json`, all of it, for machines.
 */
export const textFilesEndpoint = paperEndpoint(({ pathname, searchParams }) => {
  const [, textId, ending] = ADDRESS.exec(pathname) ?? [];
  const asked = { textId, ...Object.fromEntries(searchParams) };
  if (ending === 'json') {
    const input = textInput.safeParse(asked);
    if (!input.success) return null;
    return async (ctx) => {
      const { name, file } = await takeOutTextJson(ctx, input.data.textId);
      return jsonPaper(name, file);
    };
  }
  const input = takeOutInput.safeParse(asked);
  if (!input.success) return null;
  return async (ctx) => {
    const { name, text } = await takeOut(ctx, input.data);
    return { name, type: DOCX, write: () => writeWord(text) };
  };
});
