import { defineConfig } from 'drizzle-kit';

/** Where `pnpm generate --name <what-changes>` finds the schema and writes the next migration. */
export default defineConfig({ dialect: 'postgresql', schema: './src/schema/*.ts', out: './migrations' });
