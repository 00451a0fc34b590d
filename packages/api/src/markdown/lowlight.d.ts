/**
 * As much of lowlight as is used. Its own types bring the browser's globals into every file of the API, where
 * `document` must stay unknown; `paths` in tsconfig.json puts these in their place.
 */
import type { Root } from 'hast';

type Grammars = Readonly<Record<string, unknown>>;
export declare const common: Grammars;
export declare function createLowlight(grammars: Grammars): {
  highlight(language: string, code: string): Root;
  registered(language: string): boolean;
};
