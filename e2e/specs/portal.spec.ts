import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const outside = ['/signed-out'];

for (const path of outside) {
  test(`${path} carries a strict content policy with a nonce of its own`, async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text());
    });
    const policies = [];
    for (let visit = 0; visit < 2; visit += 1) {
      const answer = await page.goto(path);
      const policy = answer?.headers()['content-security-policy'] ?? '';
      expect(policy).toMatch(/script-src [^;]*'nonce-[^']+'/);
      expect(policy).not.toMatch(/script-src [^;]*'unsafe-inline'/);
      expect(answer?.headers()['x-content-type-options']).toBe('nosniff');
      policies.push(policy);
    }
    expect(policies[0]).not.toBe(policies[1]);
    expect(refused).toEqual([]);
  });

  for (const language of ['en', 'fr']) {
    test(`${path} has no accessibility fault in ${language}`, async ({ browser }) => {
      const context = await browser.newContext({ locale: language });
      const page = await context.newPage();
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      await context.close();
    });
  }
}

test('another name for the portal leads to its own', async ({ request, baseURL }) => {
  const other = new URL(baseURL ?? '');
  other.hostname = '127.0.0.1';
  const answer = await request.get(`${other.origin}/signed-out`, { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers().location).toBe(`${baseURL}/signed-out`);
});

test('the portal says that it is ready, and nothing more', async ({ request }) => {
  const answer = await request.get('/api/health/ready');
  expect(answer.ok()).toBe(true);
  expect(await answer.text()).not.toMatch(/postgres:|password|secret/i);
});
