import { z } from 'zod';
import { decisionDocx } from '../features/decisions/docx.ts';
import { exportFormats, takeOutDecision } from '../features/decisions/export.ts';
import { decisionPdf } from '../features/decisions/pdf.ts';
import { uuid } from '../schemas.ts';
import { DOCX, paperEndpoint } from './paper.ts';

const ADDRESS = /^\/api\/decisions\/([^/.]+)\.([a-z]+)$/;
const asked = z.strictObject({ id: uuid, format: z.enum(exportFormats) });

const TYPES = { json: 'application/json; charset=utf-8', pdf: 'application/pdf', docx: DOCX };

/** A decision as a file: `/api/decisions/<id>.json`, `.pdf` or `.docx`. */
export const decisionFilesEndpoint = paperEndpoint(({ pathname }) => {
  const [, id, format] = ADDRESS.exec(pathname) ?? [];
  const input = asked.safeParse({ id, format });
  if (!input.success) return null;
  return async (ctx) => {
    const { name, file, paper, label } = await takeOutDecision(ctx, input.data.id, input.data.format);
    const write = {
      json: async () => Buffer.from(`${JSON.stringify(file, null, 2)}\n`),
      pdf: () => decisionPdf(paper, label),
      docx: () => decisionDocx(paper, label),
    };
    return { name, type: TYPES[input.data.format], write: write[input.data.format] };
  };
});
