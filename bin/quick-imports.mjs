// Loaded before everything else (`--import`). drizzle-orm names its modules in a package.json of 180 kB, which Node reads and
// parses anew for each import of one of them: three quarters of the processor time that a process took to start. Here what
// such an import means is found once, and its own modules are taken to be what they are.
import { registerHooks } from 'node:module';

const OWN = '/node_modules/drizzle-orm/';
const PACKAGE = /^.*\/(?:packages|apps|node_modules)\/(?:@[^/]+\/)?[^/]+\//;
const known = new Map();

registerHooks({
  resolve(specifier, context, next) {
    const parent = context.parentURL ?? '';
    if (specifier.startsWith('drizzle-orm')) return once(specifier, parent, () => next(specifier, context));
    if (parent.includes(OWN) && specifier.startsWith('.') && specifier.endsWith('.js'))
      return { url: new URL(specifier, parent).href, format: 'module', shortCircuit: true };
    return next(specifier, context);
  },
});

/** What a name means is the same for all modules of a package that import it. */
function once(specifier, parent, find) {
  const key = `${specifier} ${PACKAGE.exec(parent)?.[0] ?? parent}`;
  const found = known.get(key) ?? { ...find(), shortCircuit: true };
  known.set(key, found);
  return found;
}
