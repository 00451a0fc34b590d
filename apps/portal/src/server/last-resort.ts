import type { ServerResponse } from 'node:http';
import lastResort from '#components/last-resort.json' with { type: 'json' };

const { en, fr } = lastResort;

/**
 * The answer when even the error page cannot be rendered: plain words in both languages, no script, no style,
 * nothing of the failure itself but the number to quote.
 */
export function answerLastResort(response: ServerResponse, requestId: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${en.title}</title>
${words(` ${en.reference.replace('{reference}', requestId)}`, ` ${fr.reference.replace('{reference}', requestId)}`)}
</html>
`);
}

/** What React sends when a page failed before its frame stood: a document that is empty until its script runs. */
const EMPTY = /<html id="__next_error__">.*?<body[^>]*>/s;

/** A failed page that can be read without its script too; any other answer as it is. */
export function readableWithoutScript(body: string): string {
  return body.replace(
    EMPTY,
    (start) => `${start}<noscript>${words('', '')}<p><a href="/">${en.home} · ${fr.home}</a></p></noscript>`,
  );
}

function words(more: string, plus: string): string {
  return `<h1>${en.title}</h1>
<p>${en.body}${more}</p>
<div lang="fr">
<h2>${fr.title}</h2>
<p>${fr.body}${plus}</p>
</div>`;
}
