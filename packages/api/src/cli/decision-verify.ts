import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { callersFolder } from '../env.ts';
import { chainFindings } from '../features/decisions/chain.ts';
import { type DecisionFile, decisionFile } from '../features/decisions/file.ts';
import { type Finding, findingsOf, fingerprintOf } from '../features/decisions/proof.ts';
import { EXIT, Refusal, say, sayJson, type Verb } from './verb.ts';

/** Checks exported decisions with nothing but their files. */
export const verb: Verb = {
  usage: '<file>… [--key <fingerprint|pem file>[,…]] [--json]',
  help: [
    'Recomputes the hash of each decision (canonical JSON, SHA-256), checks its signature (Ed25519), and, where several',
    'are given, that each follows the one before it. It needs neither the portal nor the network. A file brings the key',
    'that signed it: compare the fingerprint with one you have from elsewhere, or give that with --key, and every other',
    'key is refused. The format is described in docs/formats/decision.md.',
    'Exit code 0: all is sound; 1: something is wrong; 2: asked for wrongly.',
  ],
  options: { key: { type: 'string' }, json: { type: 'boolean' } },
  values: [1, 10_000],
  async run({ flags, values }) {
    const pinned = typeof flags.key === 'string' ? await Promise.all(flags.key.split(',').map(readKey)) : [];
    const report = judge(await Promise.all(values.map(readDecision)), pinned);
    if (flags.json) sayJson(report);
    else tell(report);
    return report.sound ? EXIT.ok : EXIT.failure;
  },
};

type Read = { path: string; file: DecisionFile };

/** What was found about each file, in the order in which they were given. */
export interface DecisionReport {
  sound: boolean;
  /** Whether keys were named: without them a signature proves only that a file is whole. */
  pinned: boolean;
  decisions: {
    file: string;
    number: string;
    title: string;
    effectiveAt: string;
    hash: string;
    fingerprint: string;
    sound: boolean;
    findings: Finding[];
  }[];
}

function judge(all: readonly Read[], pinned: readonly string[]): DecisionReport {
  const chain = chainFindings(all.map(({ file }) => file));
  const decisions = all.map(({ path, file }) => {
    const { number, title, effectiveAt } = file.sheet;
    const findings = [...findingsOf(file, pinned), ...(chain.get(String(number)) ?? [])];
    return {
      ...{ file: path, number: String(number), title: String(title), effectiveAt: String(effectiveAt) },
      ...{ hash: file.hash, fingerprint: file.signature.fingerprint, sound: findings.length === 0, findings },
    };
  });
  return { sound: decisions.every(({ sound }) => sound), pinned: pinned.length > 0, decisions };
}

async function readDecision(path: string): Promise<Read> {
  const text = await readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(`${path} is no JSON: it was cut or changed.`);
  }
  const parsed = decisionFile.safeParse(value);
  if (!parsed.success) throw new Refusal(`${path} is no exported decision: ${firstProblem(parsed.error)}`);
  return { path, file: parsed.data };
}

function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'the file'}: ${issue.message}.` : 'it has another shape.';
}

/** A fingerprint as it is, with or without colons and spaces; or that of a public key in a PEM file. */
async function readKey(value: string): Promise<string> {
  const plain = value.replace(/[:\s]/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(plain)) return plain;
  try {
    return fingerprintOf(await readText(value));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${value} is neither a fingerprint of 64 hexadecimal digits nor a public key in PEM.`);
  }
}

function readText(path: string): Promise<string> {
  return readFile(resolve(callersFolder(), path), 'utf8').catch(() => {
    throw new Refusal(`${path} cannot be read.`);
  });
}

function tell({ decisions, sound, pinned }: DecisionReport): void {
  for (const { file, number, title, effectiveAt, findings } of decisions) {
    say(`${findings.length === 0 ? '✓' : '✗'} ${number}  ${title}  (${effectiveAt})  ${file}`);
    for (const { fault, detail } of findings) say(`    ${fault}: ${detail}`);
  }
  const keys = [...new Set(decisions.map(({ fingerprint }) => fingerprint))];
  say();
  if (!sound) say('Not sound: what is marked ✗ is not what was decided, or cannot be shown to be.');
  else if (decisions.length === 1) say('Sound: not a character was changed since it was signed.');
  else say(`Sound: ${decisions.length} decisions, unchanged, each after the one before it.`);
  if (!pinned) {
    say(keys.length === 1 ? `Signed with key ${keys[0]}.` : `Signed with keys ${keys.join(', ')}.`);
    say('Compare that fingerprint with one you have from elsewhere, or give it with --key.');
  }
}
