import { expect, it } from 'vitest';
import { postgresAt } from './address.ts';

const pathOf = (url: string) => postgresAt(url).options.path;

it('takes a folder named as libpq names it for that of a socket', () => {
  expect(pathOf('postgres://a:b@127.0.0.1:5433/c?host=%2Fvar%2Frun%2Fpostgresql')).toBe(
    '/var/run/postgresql/.s.PGSQL.5433',
  );
  expect(pathOf('postgres://a:b@db.example:5433/c')).toBe(false);
});

it('keeps what else the address says', () => {
  const { options } = postgresAt('postgres://a:b@h:5433/c?sslmode=require&host=/run', { max: 3 });
  expect(options).toMatchObject({ user: 'a', pass: 'b', database: 'c', ssl: 'require', max: 3 });
});
