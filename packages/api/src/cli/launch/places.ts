import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the checkout. */
export const checkout = fileURLToPath(new URL('../../../../..', import.meta.url));

/** The portal's folder. */
export const portal = join(checkout, 'apps/portal');

/** The portal's server: one process of it serves everything on one port. */
export const portalServer = join(portal, 'src/server/main.ts');

/** The process that runs jobs. */
export const worker = join(checkout, 'packages/api/src/jobs/worker.ts');
