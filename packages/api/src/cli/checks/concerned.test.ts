import { expect, it } from 'vitest';
import { concernedTests } from './concerned.ts';

const followed = ['--changed=abc', '--passWithNoTests'];

it.each([
  ['nothing of the package', 'packages/api', ['docs/operations.md', 'apps/portal/src/env.ts'], null],
  [
    'features alone',
    'packages/api',
    ['packages/api/src/features/seats/rules.ts', 'packages/api/src/features/seats/queries.ts'],
    ['src/features/seats/', 'src/root.test.ts', 'src/access.test.ts', '--passWithNoTests'],
  ],
  [
    'a feature and the index of all',
    'packages/api',
    ['packages/api/src/features/seats/router.ts', 'packages/api/src/root.ts'],
    ['src/features/seats/', 'src/root.test.ts', 'src/access.test.ts', '--passWithNoTests'],
  ],
  ['what features stand on', 'packages/api', ['packages/api/src/context.ts'], followed],
  ['the database beneath it', 'packages/api', ['packages/db/src/schema/courses.ts'], followed],
  ['a rule that the portal imports', 'apps/portal', ['packages/api/src/features/seats/rules.ts'], followed],
  ['a component of the portal', 'apps/portal', ['apps/portal/src/components/markup.ts'], followed],
  [
    'a feature of the portal',
    'apps/portal',
    ['apps/portal/src/features/course/barrier.tsx'],
    ['src/features/course/', '--passWithNoTests'],
  ],
])('a change of %s', (_, folder, changed, expected) => {
  expect(concernedTests(folder, changed, 'abc')).toEqual(expected);
});
