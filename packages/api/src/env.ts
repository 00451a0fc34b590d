import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { dataPlace } from '@concord/db/embedded/account';
import { z } from 'zod';
import { blockedPorts } from './settings/blocked-ports.ts';
import { type CookieSettings, cookieSettings, isLoopback } from './settings/cookies.ts';
import {
  address,
  type Environment,
  Fields,
  networks,
  origin,
  type SettingsProblem,
  wholeNumber,
  yesOrNo,
} from './settings/fields.ts';
import { type OidcSettings, readOidc } from './settings/oidc.ts';
import { type PolicySettings, readPolicy } from './settings/policy.ts';
import { asRole, readPreviousKeys, rolePasswords, type Secrets, secretBytes } from './settings/secrets.ts';
import { type MailSettings, readMail, readStorage, type StorageSettings } from './settings/services.ts';

/** How each of Concord's roles connects. The owner is known only to what migrates and to the operator's verbs. */
export interface DatabaseSettings {
  ownerUrl: string | undefined;
  appUrl: string;
  workerUrl: string;
  sealerUrl: string;
}

/** Everything that is known before there is a database. */
export interface OpenSettings {
  /** Whether Concord brings its own PostgreSQL. */
  embedded: boolean;
  port: number;
  url: URL;
  contentUrl: URL;
  /** Where this process serves uploaded packages; behind a proxy that is not the port of contentUrl. */
  contentPort: number;
  /** The interface to listen on: only this machine while the portal is plain http, every one behind https. */
  host: string | undefined;
  cookies: CookieSettings;
  dataDir: string;
  processes: number;
  mail: MailSettings;
  storage: StorageSettings;
  oidc: OidcSettings | undefined;
  /** Whether demo data may be made and its sign-ins offered. */
  demo: boolean;
  systemCeiling: string | undefined;
  policy: PolicySettings;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  trustedProxies: string[];
}

/** Everything a running process needs. */
export interface Settings extends OpenSettings, Secrets {
  database: DatabaseSettings;
}

/** Several settings are wrong; the message lists them, one sentence a line. */
export class SettingsError extends Error {
  readonly problems: SettingsProblem[];

  constructor(problems: SettingsProblem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

const postgresUrl = address('postgres:', 'postgresql:');
const POSTGRES_REMEDY = 'an address such as postgres://owner:password@database.example:5432/concord';
const BYTES_REMEDY = '32 bytes in base64 (make one with: openssl rand -base64 32)';

/** The one place that reads the process's environment: settings, or an error whose message is made of sentences. */
export function loadSettings(): Settings {
  return required(readSettings(process.env));
}

/**
 * As `loadSettings`, where the embedded database need not run yet. Started by root, an embedded PostgreSQL runs
 * under another account, so a data folder which that account cannot reach is moved to one it can.
 */
export async function loadOpenSettings(): Promise<{ settings: OpenSettings; moved: boolean }> {
  const wished = required(readOpenSettings(process.env));
  if (!wished.embedded) return { settings: wished, moved: false };
  const place = await dataPlace(wished.dataDir);
  return {
    settings: required(readOpenSettings({ ...process.env, CONCORD_DATA: place.folder })),
    moved: place.moved,
  };
}

/** The folder the operator typed the command in: npm changes to the checkout first. */
export function callersFolder(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

/** The process's environment, to hand to a child process. */
export function ownEnvironment(): Environment {
  return process.env;
}

/** Settings from an environment that names the database, or what is wrong with them. */
export function readSettings(env: Environment): Settings | SettingsProblem[] {
  const fields = new Fields(env);
  const open = readOpen(fields);
  const secret = fields.secret('CONCORD_SECRET', secretBytes, BYTES_REMEDY);
  const key = fields.secret('CONCORD_KEY', secretBytes, BYTES_REMEDY);
  const previousKeys = readPreviousKeys(fields, key);
  const database = secret && readDatabase(fields, secret);
  if (fields.problems.length === 0) {
    if (!secret) fields.report('CONCORD_SECRET', `CONCORD_SECRET is missing: set it to ${BYTES_REMEDY}.`);
    if (!key) fields.report('CONCORD_KEY', `CONCORD_KEY is missing: set it to ${BYTES_REMEDY}.`);
    if (secret && !database) {
      fields.report(
        'DATABASE_URL',
        `DATABASE_URL is missing: set it to ${POSTGRES_REMEDY}, or start with npm start.`,
      );
    }
  }
  if (fields.problems.length > 0 || !open || !secret || !key || !database) return fields.problems;
  return { ...open, secret, key, previousKeys, database };
}

/** Settings that need no database yet: what the start verb reads before it starts the embedded one. */
export function readOpenSettings(env: Environment): OpenSettings | SettingsProblem[] {
  const fields = new Fields(env);
  if (fields.has('DATABASE_URL') || fields.has('DATABASE_APP_URL')) return readSettings(env);
  const open = readOpen(fields);
  return fields.problems.length > 0 || !open ? fields.problems : open;
}

/** Completes settings with the embedded database and the secrets kept in the data folder. */
export function withDatabase(open: OpenSettings, ownerUrl: string, secrets: Secrets): Settings {
  return { ...open, ...secrets, database: derivedDatabase(ownerUrl, secrets.secret) };
}

function required<T>(settings: T | SettingsProblem[]): T {
  if (Array.isArray(settings)) throw new SettingsError(settings);
  return settings;
}

function derivedDatabase(ownerUrl: string, secret: Buffer): DatabaseSettings {
  const passwords = rolePasswords(secret);
  return {
    ownerUrl,
    appUrl: asRole(ownerUrl, 'concord_app', passwords.app),
    workerUrl: asRole(ownerUrl, 'concord_worker', passwords.worker),
    sealerUrl: asRole(ownerUrl, 'concord_sealer', passwords.sealer),
  };
}

function readDatabase(fields: Fields, secret: Buffer): DatabaseSettings | undefined {
  const ownerUrl = fields.secret('DATABASE_URL', postgresUrl, POSTGRES_REMEDY);
  const derived = ownerUrl === undefined ? undefined : derivedDatabase(ownerUrl, secret);
  const appUrl = fields.secret('DATABASE_APP_URL', postgresUrl, POSTGRES_REMEDY) ?? derived?.appUrl;
  const workerUrl = fields.secret('DATABASE_WORKER_URL', postgresUrl, POSTGRES_REMEDY) ?? derived?.workerUrl;
  const sealerUrl = fields.secret('DATABASE_SEALER_URL', postgresUrl, POSTGRES_REMEDY) ?? derived?.sealerUrl;
  if (appUrl === undefined || workerUrl === undefined || sealerUrl === undefined) return undefined;
  return { ownerUrl, appUrl, workerUrl, sealerUrl };
}

function readOpen(fields: Fields): OpenSettings | undefined {
  const embedded = !fields.has('DATABASE_URL') && !fields.has('DATABASE_APP_URL');
  const port = fields.read('PORT', wholeNumber(1, 65_534), 'a port number from 1 to 65534') ?? 3000;
  if (blockedPorts.has(port))
    fields.report('PORT', `PORT is ${port}, which browsers refuse to open. Choose another, such as 3000.`);
  const url = readOrigin(fields, 'CONCORD_URL', `http://localhost:${port}`);
  const contentUrl = readOrigin(fields, 'CONCORD_CONTENT_URL', `http://127.0.0.1:${port + 1}`);
  const cookies = url && readCookies(fields, url);
  if (url && contentUrl) checkSites(fields, url, contentUrl);
  const dataDir = resolve(fields.read('CONCORD_DATA', z.string(), 'a folder') ?? '.concord');
  const cores = Math.min(availableParallelism(), 4);
  const open = {
    embedded,
    port,
    dataDir,
    processes: fields.read('CONCORD_PROCESSES', wholeNumber(1, 64), 'a number from 1 to 64') ?? cores,
    mail: readMail(fields, dataDir, url?.hostname ?? 'localhost'),
    storage: readStorage(fields, dataDir),
    oidc: readOidc(fields),
    demo: fields.read('CONCORD_DEMO', yesOrNo, 'on or off') ?? embedded,
    systemCeiling: fields.read('CONCORD_SYSTEM_CEILING', z.string().max(100), 'the name of a level'),
    policy: readPolicy(fields),
    logLevel:
      fields.read('LOG_LEVEL', z.enum(['debug', 'info', 'warn', 'error']), 'debug, info, warn or error') ??
      'info',
    trustedProxies:
      fields.read(
        'CONCORD_TRUST_PROXY',
        networks,
        'addresses or networks separated by commas, such as 10.0.0.0/8',
      ) ?? [],
  } as const;
  if (!url || !contentUrl || !cookies) return undefined;
  const host = readHost(fields) ?? (cookies.secure ? undefined : '127.0.0.1');
  return { ...open, url, contentUrl, contentPort: contentPort(contentUrl, port), host, cookies };
}

function readHost(fields: Fields): string | undefined {
  const schema = z.string().refine((text) => isIP(text) !== 0);
  return fields.read('CONCORD_HOST', schema, 'the address of an interface, such as 127.0.0.1, 0.0.0.0 or ::');
}

function contentPort(contentUrl: URL, port: number): number {
  if (contentUrl.protocol === 'https:' || !isLoopback(contentUrl.hostname)) return port + 1;
  return Number(contentUrl.port || 80);
}

function readOrigin(fields: Fields, variable: string, standard: string): URL | undefined {
  const remedy = `an address without a path, such as ${standard} or https://concord.example`;
  if (!fields.has(variable)) return new URL(standard);
  return fields.read(variable, origin, remedy);
}

function readCookies(fields: Fields, url: URL): CookieSettings | undefined {
  const cookies = cookieSettings(url);
  if (!cookies) {
    fields.report(
      'CONCORD_URL',
      `CONCORD_URL is ${url.origin}: anywhere but on this machine it must be https, because sign-ins would cross the network in clear. Put a proxy with TLS in front and set CONCORD_URL=https://${url.hostname}.`,
    );
  }
  return cookies;
}

/** Uploaded packages run on another host name than the portal: ports do not part cookies. */
function checkSites(fields: Fields, url: URL, contentUrl: URL): void {
  if (url.hostname !== contentUrl.hostname) return;
  fields.report(
    'CONCORD_CONTENT_URL',
    `CONCORD_CONTENT_URL must have another host name than CONCORD_URL (both are ${url.hostname}): ports alone do not keep cookies apart.`,
  );
}
