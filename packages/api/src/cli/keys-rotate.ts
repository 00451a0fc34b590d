import { asWorker } from '../context.ts';
import type { Settings } from '../env.ts';
import { record } from '../record/record.ts';
import { type Held, heldOtherwise, heldWords, unopenable } from '../sealing/held.ts';
import { sealingOtherwise } from '../sealing/processes.ts';
import { type Rotated, rotateKeys } from '../sealing/rotate.ts';
import { type Services, withServices } from '../services.ts';
import { dropOwnPreviousKeys } from '../settings/secrets.ts';
import { withInstallation } from './launch/installation.ts';
import { EXIT, Refusal, say, sayJson, type Verb } from './verb.ts';

/** Brings everything under the present content key, so that previous ones may be dropped. */
export const verb: Verb = {
  usage: '[--json]',
  help: [
    'Wraps container keys anew under CONCORD_KEY that a key in CONCORD_KEY_PREVIOUS wrapped, and seals second factors and',
    'waiting mail anew. The portal may run, restarted with these settings before; stopped half way, run it again. It ends',
    'by saying whether the previous keys may be dropped; with its own database it drops them itself. With --json an',
    'object {key, containers, factors, mails, damaged, left, droppable}. Exit code 1 when something is left.',
  ],
  options: { json: { type: 'boolean' } },
  async run({ flags }) {
    const result = await withInstallation((settings) => rotate(settings, flags.json ? undefined : say));
    if (flags.json) sayJson(result);
    return result.droppable ? EXIT.ok : EXIT.failure;
  },
};

type Outcome = Rotated & { key: string; left: Held[]; droppable: boolean };

/** Rotates and says what is left; refused while a running process would go on sealing with another key. */
export function rotate(settings: Settings, tell?: (line: string) => void): Promise<Outcome> {
  return withServices(settings, async (services) => {
    const { keys } = services;
    const { sql } = services.worker();
    const others = await sealingOtherwise(sql, keys);
    if (others > 0) {
      throw new Refusal(
        `${others} connection(s) are of processes that still seal with another key than ${keys.kekId}. Restart every process with these settings, then run this again.`,
      );
    }
    const done = await rotateKeys(services);
    const left = await heldOtherwise(sql, keys);
    const outcome = { key: keys.kekId, ...done, left, droppable: left.length === 0 };
    await note(services, outcome);
    if (outcome.droppable && settings.embedded) await dropOwnPreviousKeys(settings.dataDir);
    if (tell) for (const line of sentences(outcome, settings, keys.known)) tell(line);
    return outcome;
  });
}

/** The record says that it was done and how far; nothing was to do, nothing is said. */
async function note(services: Services, { key, containers, factors, mails, left }: Outcome): Promise<void> {
  if (containers + factors + mails === 0) return;
  const details = { key, containers, factors, mails, left: left.reduce((sum, { rows }) => sum + rows, 0) };
  await asWorker(services, (ctx) => record(ctx, { action: 'keys.rotate', subject: 'keys', details }));
}

function sentences(outcome: Outcome, settings: Settings, known: readonly string[]): string[] {
  const { key, containers, factors, mails, left, damaged } = outcome;
  const brought = `Brought under key ${key}: ${containers} containers, ${factors} second factors, ${mails} waiting mails.`;
  if (outcome.droppable) {
    const previous = settings.previousKeys.length;
    if (previous === 0) return [brought, 'Everything is under the present key.'];
    if (settings.embedded)
      return [brought, 'The previous keys are dropped from secrets.json. Copy it to where your backups are.'];
    return [brought, 'Everything is under it: CONCORD_KEY_PREVIOUS may be dropped at the next restart.'];
  }
  const unknown = unopenable(left, { known });
  return [
    brought,
    `Left: ${heldWords(left)}. Keep CONCORD_KEY_PREVIOUS.`,
    ...(damaged.length > 0 ? [`Not opened by the key they name, look at them: ${damaged.join(', ')}.`] : []),
    unknown.length > 0
      ? `CONCORD_KEY_PREVIOUS must also hold key ${[...new Set(unknown.map((one) => one.kekId))].join(' and ')}; then run this again.`
      : 'Run this again.',
  ];
}
