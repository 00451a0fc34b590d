import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spaced } from '../spacing.ts';
import { pickWords } from './pick-words.ts';

/**
 * Makes a module of a `.words` file: in the language it names, the words at the paths of the option `of`. What it
 * gives is messages as they are written; next-intl's own loader, which follows, compiles them.
 */
export default function words(language) {
  const done = this.async();
  const locale = language.trim();
  const file = join(this.rootContext, 'messages', `${locale}.json`);
  this.addDependency(file);
  readFile(file, 'utf8')
    .then((text) =>
      done(null, JSON.stringify(spaced(pickWords(JSON.parse(text), this.getOptions().of), locale))),
    )
    .catch(done);
}
