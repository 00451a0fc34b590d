import Bowser from 'bowser';

/** What a person recognises a session by: "Firefox on Windows". Empty when the browser does not say. */
export function deviceName(userAgent: string | null | undefined): string {
  if (!userAgent) return '';
  const { browser, os, platform } = Bowser.parse(userAgent.slice(0, 512));
  const system = [os.name, platform.type === 'mobile' ? platform.model : undefined]
    .filter(Boolean)
    .join(', ');
  return [browser.name, system].filter(Boolean).join(' · ').slice(0, 120);
}
