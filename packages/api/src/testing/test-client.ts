/** How Concord is known to the identity provider of tests. */
export const testClient = { id: 'concord', secret: 'a secret for tests alone' } as const;
