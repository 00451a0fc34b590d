import { spawn } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { type Kind, Supervisor } from './supervise.ts';

/** A kind of process made of one line of JavaScript; counts its starts. */
function kind(code: string): Kind & { starts: number } {
  return {
    name: 'test',
    starts: 0,
    start() {
      this.starts += 1;
      return spawn(process.execPath, ['-e', code], { stdio: 'ignore' });
    },
  };
}

const patient = { timeout: 15_000 };

describe('the supervisor', () => {
  it('starts a process again that ended', patient, async () => {
    const lines: string[] = [];
    const short = kind('process.exit(3)');
    const supervisor = new Supervisor(
      (line) => lines.push(line),
      () => undefined,
    );
    supervisor.steady();
    supervisor.keep(short);
    await vi.waitFor(() => expect(short.starts).toBe(2), { timeout: 10_000 });
    expect(lines[0]).toBe('The test process ended (code 3); it starts again in 1 s.');
    await supervisor.stop();
    expect(short.starts).toBe(2);
  });

  it('starts one at once that had run well', patient, async () => {
    const lines: string[] = [];
    const long = kind('setTimeout(() => {}, 300)');
    const supervisor = new Supervisor(
      (line) => lines.push(line),
      () => undefined,
      100,
    );
    supervisor.keep(long);
    await vi.waitFor(() => expect(lines.length).toBeGreaterThan(1), { timeout: 10_000 });
    await supervisor.stop();
    expect(new Set(lines)).toEqual(new Set(['The test process ended (code 0); it starts again at once.']));
  });

  it('gives up on one that never starts, before the portal was ready', patient, async () => {
    const giveUp = vi.fn();
    const supervisor = new Supervisor(() => undefined, giveUp);
    supervisor.keep(kind('process.exit(1)'));
    await vi.waitFor(() => expect(giveUp).toHaveBeenCalledOnce(), { timeout: 10_000 });
    expect(giveUp.mock.calls[0]?.[0]).toBe('The test process ended 3 times while starting (code 1).');
    await supervisor.stop();
  });

  it('asks processes to finish when it stops, and starts them anew when asked', patient, async () => {
    const say = vi.fn();
    const steady = kind('setInterval(() => {}, 1000)');
    const supervisor = new Supervisor(say, () => undefined);
    supervisor.keep(steady);
    supervisor.renew();
    await vi.waitFor(() => expect(steady.starts).toBe(2), { timeout: 10_000 });
    await supervisor.stop();
    expect(say).not.toHaveBeenCalled();
  });
});
