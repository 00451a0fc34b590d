import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { OutgoingMail } from './send.ts';

const keptMail = z.object({
  id: z.guid(),
  kind: z.string(),
  to: z.string(),
  locale: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: z.string(),
});

/** A mail in the folder. */
export type KeptMail = z.infer<typeof keptMail>;

/** Writes a mail as .eml for mail programs and .json for the portal; written again, it is the same files. */
export async function keepInFolder(folder: string, mail: OutgoingMail, message: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { id, kind, to, locale, subject, text } = mail;
  const about: KeptMail = { id, kind, to, locale, subject, text, sentAt: new Date().toISOString() };
  await place(join(folder, `${id}.eml`), message);
  await place(join(folder, `${id}.json`), `${JSON.stringify(about)}\n`);
}

/** The mails in the folder, newest first; `before` is the last id already shown. */
export async function listMail(folder: string, most = 50, before?: string): Promise<KeptMail[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  // Ids sort by the time they were made.
  const ids = names
    .flatMap((name) => /^([0-9a-f-]{36})\.json$/.exec(name)?.[1] ?? [])
    .sort()
    .reverse();
  const wanted = ids.filter((id) => before === undefined || id < before).slice(0, most);
  const mails = await Promise.all(wanted.map((id) => readMail(folder, id)));
  return mails.filter((mail) => mail !== undefined);
}

/** One mail of the folder. */
export async function readMail(folder: string, id: string): Promise<KeptMail | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  const text = await readFile(join(folder, `${id}.json`), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  return keptMail.safeParse(JSON.parse(text)).data;
}

async function place(path: string, content: Buffer | string): Promise<void> {
  await writeFile(`${path}.part`, content, { mode: 0o600, flush: true });
  await rename(`${path}.part`, path);
}
