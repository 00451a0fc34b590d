/** Built by `loader.mjs`: in one language, the words that client components use on every page. */
declare module '*.words' {
  const words: { [key: string]: unknown };
  export default words;
}
