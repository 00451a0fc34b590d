import { spawn } from 'node:child_process';
import { ownEnvironment } from '../../env.ts';

/** What a tool said and how it ended. */
export interface Outcome {
  code: number;
  output: string;
}

/** Runs a tool with the packaged Node and collects what it says; nothing is ever asked of the person. */
export function runNode(
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Outcome> {
  return runProgram(process.execPath, args, cwd, env);
}

/** As `runNode`, for any program. */
export function runProgram(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...ownEnvironment(), NO_COLOR: '1', ...env },
    });
    const parts: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => parts.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => parts.push(chunk));
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, output: Buffer.concat(parts).toString() }));
  });
}
