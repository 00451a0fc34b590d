import { threadInput } from '../features/threads/schemas.ts';
import { takeOutThread } from '../features/word/take-out-thread.ts';
import { threadJson } from '../features/word/thread-json.ts';
import { threadWord } from '../features/word/thread-word.ts';
import { DOCX, jsonPaper, paperEndpoint } from './paper.ts';

const ADDRESS = /^\/api\/threads\/([^/]+)\.(docx|json)$/;

/** A thread as a file: `/api/threads/<id>.docx` for people, `/api/threads/<id>.json` for machines. */
export const threadPaperEndpoint = paperEndpoint(({ pathname }) => {
  const [, id, ending] = ADDRESS.exec(pathname) ?? [];
  const input = threadInput.safeParse({ threadId: id });
  if (!input.success) return null;
  const format = ending === 'json' ? 'json' : 'docx';
  return async (ctx) => {
    const { name, thread, language } = await takeOutThread(ctx, input.data.threadId, format);
    if (format === 'docx') return { name, type: DOCX, write: () => threadWord(thread, language) };
    return jsonPaper(name, threadJson(thread));
  };
});
