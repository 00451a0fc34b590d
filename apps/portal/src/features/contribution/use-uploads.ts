'use client';

import { useState } from 'react';

/** A file on its way to the server, or there. */
export type Upload = {
  key: string;
  name: string;
  size: number;
  done: number;
  fileId: string | null;
  /** The key of what went wrong, in the `errors` namespace. */
  problem: string | null;
  params: Record<string, string | number>;
};

/** Brings files to the server one by one, each with its progress; they are attached when the text is sent. */
export function useUploads() {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const change = (key: string, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));

  async function add(files: readonly File[]) {
    const fresh = files.map((file) => ({ file, key: crypto.randomUUID() }));
    setUploads((all) => [
      ...all,
      ...fresh.map(({ file, key }) => ({
        key,
        name: file.name,
        size: file.size,
        done: 0,
        fileId: null,
        problem: null,
        params: {},
      })),
    ]);
    for (const { file, key } of fresh) change(key, await bring(file, (done) => change(key, { done })));
  }

  return {
    uploads,
    add,
    drop: (key: string) => setUploads((all) => all.filter((one) => one.key !== key)),
    clear: () => setUploads([]),
  };
}

/** Brings one file: to its person, or to a course they write. Answers what became of it. */
export function bring(
  file: File,
  onProgress: (done: number) => void,
  courseId?: string,
): Promise<Partial<Upload>> {
  const place = courseId ? `&container=course&course=${courseId}` : '';
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/files?name=${encodeURIComponent(file.name)}${place}`);
    request.responseType = 'json';
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => resolve({ problem: 'offline' });
    request.onload = () => {
      const answer = (request.response ?? {}) as {
        id?: string;
        messageKey?: string;
        params?: Upload['params'];
      };
      if (request.status < 300 && answer.id) resolve({ fileId: answer.id, done: 1 });
      else resolve({ problem: answer.messageKey ?? 'unknown', params: answer.params ?? {} });
    };
    request.send(file);
  });
}
