import { fileURLToPath } from 'node:url';

/** The checkout is the root of what is built: the packages lie there. */
const root = fileURLToPath(new URL('../../..', import.meta.url));

export default { turbopack: { root }, outputFileTracingRoot: root, poweredByHeader: false };
