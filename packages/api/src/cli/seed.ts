import { seedDemo } from '../seed/demo.ts';
import { withServices } from '../services.ts';
import { withInstallation } from './launch/installation.ts';
import { step } from './steps.ts';
import { EXIT, Refusal, say, type Verb } from './verb.ts';

/** Makes the demo alliance. */
export const verb: Verb = {
  usage: '',
  help: [
    'Makes the demo alliance (fictional nations, people, courses and consultations) in an empty database.',
    'Run again, it changes nothing. A database with parties of its own is left alone, and the exit code is 1.',
  ],
  async run() {
    const outcome = await withInstallation((settings) =>
      step('Making the demo alliance', () => withServices(settings, seedDemo)),
    );
    if (outcome === 'occupied')
      throw new Refusal('This database holds parties already, so no demo was made.');
    say(outcome === 'made' ? 'The demo alliance is there.' : 'The demo alliance was there already.');
    return EXIT.ok;
  },
};
