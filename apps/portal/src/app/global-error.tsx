'use client';

import '#styles/globals.css';
import { LastResort } from '#components/last-resort.tsx';
import { fontVariables } from '#styles/fonts.ts';

/** When even the document failed: plain words in both languages that need no script to be read. */
export default function GlobalError() {
  return (
    <html lang="en" data-theme="system" className={fontVariables}>
      <body>
        <LastResort />
      </body>
    </html>
  );
}
