import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { authorize } from '../../errors.ts';
import { isDelegated } from '../../policies/texts.ts';
import { textForReading } from '../texts/load.ts';
import { layBeside, OtherText } from './lay.ts';
import type { previewInput } from './schemas.ts';
import { readUpload } from './upload.ts';

/** Why nothing of a file is shown, as the key of its words; `line` is that of its XML. */
const refusedFor = (code: string, line: number | null = null) => ({ refused: { code, line }, laid: null });

/** What a capital's file would change, beside the text as it stands. It changes nothing. */
export async function previewWord(ctx: SignedIn, input: z.infer<typeof previewInput>) {
  const text = await textForReading(ctx, input.textId);
  authorize(isDelegated(ctx.actor, text.body.id));
  const upload = await readUpload(ctx, input.fileId);
  const head = { textId: text.id, fileId: input.fileId, name: upload.name };
  if ('refused' in upload) return { ...head, ...refusedFor(upload.refused.code, upload.refused.line) };
  try {
    return { ...head, refused: null, laid: await layBeside(ctx, text, upload.file) };
  } catch (error) {
    if (error instanceof OtherText) return { ...head, ...refusedFor('otherText') };
    throw error;
  }
}
