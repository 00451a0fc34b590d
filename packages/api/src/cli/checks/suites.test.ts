import { describe, expect, it, vi } from 'vitest';
import { countPlaywright, countTurbo, countVitest, type Suite, single } from './suites.ts';
import { runSuites } from './tally.ts';

describe('counting', () => {
  const file = (status: string, tests: number) => ({ status, assertionResults: Array(tests).fill({}) });

  it.each([
    ['all passed', { numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 3)] }, 0, [3, 0]],
    ['some failed', { numPassedTests: 2, numFailedTests: 1, testResults: [file('failed', 3)] }, 1, [2, 1]],
    [
      'a file that did not load',
      { numPassedTests: 2, numFailedTests: 0, testResults: [file('failed', 0)] },
      1,
      [2, 1],
    ],
    [
      'passed tests but a failed process',
      { numPassedTests: 2, numFailedTests: 0, testResults: [] },
      1,
      [2, 1],
    ],
    ['no report at all', undefined, 1, [0, 1]],
  ])('vitest: %s', (_, report, code, [passed, failed]) => {
    expect(countVitest(report, code, '')).toEqual({ passed, failed, output: '' });
  });

  it.each([
    ['all passed', { stats: { expected: 4, unexpected: 0, flaky: 1 } }, 0, [5, 0]],
    ['one failed', { stats: { expected: 4, unexpected: 1, flaky: 0 } }, 1, [4, 1]],
    ['a crash before any test', undefined, 1, [0, 1]],
    ['no tests found', { stats: { expected: 0, unexpected: 0, flaky: 0 } }, 1, [0, 1]],
  ])('playwright: %s', (_, report, code, [passed, failed]) => {
    expect(countPlaywright(report, code, '')).toMatchObject({ passed, failed, output: '' });
  });

  it('playwright: names what passed only at a second try', () => {
    const spec = (title: string, status: string) => ({
      title,
      file: 'a.spec.ts',
      line: 3,
      tests: [{ status }],
    });
    const inner = { specs: [spec('later', 'flaky'), spec('at once', 'expected')] };
    const report = { stats: { expected: 1, flaky: 1 }, suites: [{ suites: [inner] }] };
    expect(countPlaywright(report, 0, '')).toMatchObject({ passed: 2, unsteady: ['a.spec.ts:3 later'] });
  });
});

describe('counting types', () => {
  it.each([
    ['all checked', { success: 4, cached: 0, attempted: 4 }, 0, [4, 0]],
    ['all known from before', { success: 0, cached: 4, attempted: 4 }, 0, [4, 0]],
    ['one failed', { success: 1, cached: 2, attempted: 4 }, 1, [3, 1]],
    ['no summary', undefined, 1, [0, 1]],
  ])('%s', (_, execution, code, [passed, failed]) => {
    expect(countTurbo(execution && { execution }, code, '')).toEqual({ passed, failed, output: '' });
  });
});

describe('running', () => {
  it('sums the suites, and counts one that throws as failed', async () => {
    const lines: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      lines.push(String(text));
      return true;
    });
    const suites: Suite[] = [
      single('good', async () => ({ code: 0, output: '' })),
      single('bad', async () => ({ code: 1, output: 'what went wrong' })),
      { name: 'crash', run: () => Promise.reject(new Error('burst')) },
      { name: 'many', run: async () => ({ passed: 7, failed: 0, output: '' }) },
    ];
    const total = await runSuites(suites, 2);
    vi.restoreAllMocks();
    expect(total).toMatchObject({ passed: 8, failed: 2 });
    expect(lines.join('')).toContain('what went wrong');
    expect(lines.filter((line) => /^[✓✗]/.test(line))).toHaveLength(4);
  });
});
