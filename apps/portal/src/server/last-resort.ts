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
<h1>${en.title}</h1>
<p>${en.body} ${en.reference.replace('{reference}', requestId)}</p>
<div lang="fr">
<h2>${fr.title}</h2>
<p>${fr.body} ${fr.reference.replace('{reference}', requestId)}</p>
</div>
</html>
`);
}
