import { expect, it } from 'vitest';
import { wallClock } from './zone-clock.ts';

const zones = [
  'UTC',
  'Europe/Brussels',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

/** What the engine itself says. */
function engineOf(timeZone: string): (at: number) => string {
  const words = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeStyle: 'medium', timeZone });
  return (at) => words.format(at);
}

it('shows what the engine shows, through every change of clocks of a year', () => {
  for (const zone of zones) {
    const asEngineSays = engineOf(zone);
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 37 * 60_000 * 11) {
      const shown = new Date(wallClock(new Date(at), zone)).toISOString().slice(0, 19).replace('T', ' ');
      expect(shown).toBe(asEngineSays(at));
    }
  }
});
