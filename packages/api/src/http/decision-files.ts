import { z } from 'zod';
import { decisionDocx } from '../features/decisions/docx.ts';
import { exportFormats, takeOutDecision } from '../features/decisions/export.ts';
import { decisionPdf } from '../features/decisions/pdf.ts';
import { uuid } from '../schemas.ts';
import { DOCX, jsonPaper, paperEndpoint } from './paper.ts';

const ADDRESS = /^\/api\/decisions\/([^/.]+)\.([a-z]+)$/;
const asked = z.strictObject({ id: uuid, format: z.enum(exportFormats) });

/** A decision as a file: `/api/decisions/<id>.json`, `.pdf` or `.docx`. */
export const decisionFilesEndpoint = paperEndpoint(({ pathname }) => {
  const [, id, format] = ADDRESS.exec(pathname) ?? [];
  const input = asked.safeParse({ id, format });
  if (!input.success) return null;
  return async (ctx) => {
    const { name, file, paper, label } = await takeOutDecision(ctx, input.data.id, input.data.format);
    const papers = {
      json: jsonPaper(name, file),
      pdf: { name, type: 'application/pdf', write: () => decisionPdf(paper, label) },
      docx: { name, type: DOCX, write: () => decisionDocx(paper, label) },
    };
    return papers[input.data.format];
  };
});
