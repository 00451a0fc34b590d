import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process of the bench that is asked by messages: what makes load, or a floor. */
export interface Helper {
  pid: number;
  ask<Result>(order: unknown): Promise<Result>;
  stop(): Promise<void>;
}

/** Starts a script beside this folder; with `wait`, until it says that it is ready. */
export async function startHelper(
  path: string,
  args: readonly string[] = [],
  { wait = false }: { wait?: boolean } = {},
): Promise<Helper> {
  const child = fork(fileURLToPath(new URL(path, import.meta.url)), [...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  if (wait) await nextMessage(child);
  return {
    pid: child.pid ?? 0,
    async ask<Result>(order: unknown) {
      const answer = nextMessage(child);
      child.send(order as object);
      const { outcome, error } = await answer;
      if (error !== undefined) throw new Error(error);
      return outcome as Result;
    },
    stop: () => stopChild(child),
  };
}

interface Message {
  outcome?: unknown;
  error?: string;
}

function nextMessage(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`A process of the bench ended (${code}).`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Message);
    });
  });
}

function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
