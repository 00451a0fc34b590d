import { samplePaper } from '../features/credential-templates/queries.ts';
import { papersOfCohort } from '../features/credentials/of-cohort.ts';
import { credentialPaper } from '../features/credentials/paper.ts';
import { credentialPdf, credentialsPdf } from '../features/credentials/pdf.ts';
import { paperEndpoint } from './paper.ts';

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ONE = new RegExp(`^/api/credentials/(${ID})\\.pdf$`);
const OF_COHORT = new RegExp(`^/api/credentials/cohort/(${ID})/([1-9]\\d{0,3})\\.pdf$`);
const OF_TEMPLATE = new RegExp(`^/api/credentials/template/(${ID})/([1-9]\\d{0,5})\\.pdf$`);
const type = 'application/pdf';

/** Credentials on paper: one for its holder, a cohort's for its staff, a template's for authors; set anew each time, and kept by no cache. */
export const credentialPdfEndpoint = paperEndpoint(({ pathname }) => {
  const [, cohortId, file] = OF_COHORT.exec(pathname) ?? [];
  if (cohortId)
    return async (ctx) => {
      const portalUrl = ctx.services.settings.url;
      const { name, papers } = await papersOfCohort(ctx, { cohortId, file: Number(file), portalUrl });
      return { name: `credentials-${cohortId}-${file}.pdf`, type, write: () => credentialsPdf(papers, name) };
    };
  const [, templateId, number] = OF_TEMPLATE.exec(pathname) ?? [];
  if (templateId)
    return async (ctx) => {
      const portalUrl = ctx.services.settings.url;
      const paper = await samplePaper(ctx, { templateId, number: Number(number), portalUrl });
      return { name: `template-${number}.pdf`, type, write: () => credentialPdf(paper) };
    };
  const id = ONE.exec(pathname)?.[1];
  if (!id) return null;
  return async (ctx) => {
    const paper = await credentialPaper(ctx, id, ctx.services.settings.url);
    return { name: `concord-${paper.id}.pdf`, type, write: () => credentialPdf(paper) };
  };
});
