import { connect } from '@concord/db/client';
import { sendDigests } from '../email/digests.ts';
import { loadSettings } from '../env.ts';
import { applyRules } from '../features/cohorts/jobs.ts';
import { settleAll } from '../features/decisions/settle.ts';
import { remindActions } from '../features/lessons/jobs.ts';
import { reofferRoles } from '../features/nominations/jobs.ts';
import { keepRenewals } from '../features/renewals/jobs.ts';
import { settleRuns } from '../features/running/settle.ts';
import { reofferSeats } from '../features/seats/jobs.ts';
import { tellOfSilence } from '../features/silence/jobs.ts';
import { loadRecordKeys } from '../record/keys.ts';
import { Sealer } from '../record/sealer.ts';
import { createServices, type Services } from '../services.ts';
import { cleanUp } from './clean-up.ts';
import { type Loop, repeat } from './loop.ts';
import { startWork } from './work.ts';

const SEAL_MS = 1_000;
const SIGN_MS = 15_000;
const CLEAN_UP_MS = 10 * 60_000;
const REOFFER_MS = 30_000;
const RUNNING_MS = 400;
const SILENCE_MS = 20_000;
const RULES_MS = 15_000;
const DAILY_MAIL_MS = 5 * 60_000;
const RENEWALS_MS = 15 * 60_000;

/** The worker process: jobs, the record's sealer, and clean-up. Any number of them may run side by side. */
async function main(): Promise<void> {
  const services = createServices(loadSettings());
  // Begins first and ends last: an inject is due at its instant, whatever else starts or stops.
  const delivering = repeat('delivering injects', RUNNING_MS, services.log, () => settleRuns(services));
  const work = await startWork(services);
  const record = await keepRecord(services);
  const loops = [
    repeat('clean-up', CLEAN_UP_MS, services.log, () => cleanUp(services)),
    repeat('daily mail', DAILY_MAIL_MS, services.log, () => sendDigests(services)),
    repeat('re-offering seats', REOFFER_MS, services.log, () => reofferSeats(services)),
    repeat('re-offering seats of exercises', REOFFER_MS, services.log, () => reofferRoles(services)),
    repeat('rules of cohorts', RULES_MS, services.log, () => applyRules(services)),
    repeat('renewals', RENEWALS_MS, services.log, () => keepRenewals(services)),
    repeat('reminders of lessons', RENEWALS_MS, services.log, () => remindActions(services)),
    repeat('telling of silence', SILENCE_MS, services.log, () => tellOfSilence(services)),
    repeat('adopting by silence', SILENCE_MS, services.log, () => settleAll(services)),
  ];
  const stop = once(async () => {
    await Promise.all([work, record, ...loops].map((one) => one.stop()));
    await delivering.stop();
    await services.close();
    process.exit(0);
  });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
  process.send?.({ type: 'ready' });
  services.log.info('the worker runs');
}

/** Seals within a second of commit and signs a head every quarter of a minute while there is something to sign. */
async function keepRecord({ settings, log }: Services): Promise<Loop> {
  const database = connect(settings.database.sealerUrl, { max: 2, name: 'concord-sealer' });
  const { dataDir } = settings;
  const sealer = new Sealer({ sql: database.sql, keys: () => loadRecordKeys(dataDir), dataDir });
  const sealing = repeat('sealing the record', SEAL_MS, log, () => sealer.seal());
  const signing = repeat('signing the record', SIGN_MS, log, () => sealer.sign());
  return {
    async stop() {
      await Promise.all([sealing.stop(), signing.stop()]);
      await sealer
        .seal()
        .then(() => sealer.sign())
        .catch((err: unknown) => log.error({ err }, 'the record was not signed at the end'));
      await database.close();
    },
  };
}

function once(run: () => Promise<void>): () => void {
  let begun = false;
  return () => {
    if (begun) return;
    begun = true;
    run().catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  };
}

await main();
