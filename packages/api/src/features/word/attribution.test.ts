import { newId } from '@concord/db/ids';
import { describe, expect, it } from 'vitest';
import { quotation } from '../contributions/rules.ts';
import { attributed } from './attribution.ts';

const [threadId, plain, remark, person] = [newId(), newId(), newId(), newId()];
const about = {
  names: new Map([[person, 'Tomas Berg']]),
  personal: new Set([remark]),
  remark: 'A personal remark',
};

describe('a text that leaves the portal', () => {
  it('names who is mentioned, and who is quoted unless the remark was personal', () => {
    const from = (contributionId: string) => ({ threadId, contributionId, author: 'Ilse [x] Varga' });
    const source = `@[${person}] ${quotation('We wait.', from(plain))}${quotation('So do I.', from(remark))}`;
    expect(attributed(source, about)).toBe(
      '@Tomas Berg Ilse \\[x\\] Varga:\n\n> We wait.\n\nA personal remark:\n\n> So do I.\n\n',
    );
  });

  it('leaves other links, and people it does not know, as they are', () => {
    const source = `[a page](https://example.org/x) @[${newId()}]`;
    expect(attributed(source, about)).toBe(source);
  });
});
