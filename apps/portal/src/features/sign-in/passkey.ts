import { api } from '#trpc/client.ts';
import { type Entry, enter } from './enter.ts';

/** Signs in, or proves again who one is, by a passkey: the browser asks for it, the portal judges the answer. */
export async function enterByPasskey(way: 'passkey' | 'step-up'): Promise<Entry> {
  const { browserSupportsWebAuthn, startAuthentication } = await import('@simplewebauthn/browser');
  if (!browserSupportsWebAuthn()) return { ok: false, key: 'passkey.unsupported' };
  const optionsJSON = await api.account.askForPasskey
    .mutate({ commandId: crypto.randomUUID() })
    .catch(() => null);
  if (!optionsJSON) return { ok: false, key: 'offline' };
  const answer = await startAuthentication({ optionsJSON }).catch(() => null);
  if (!answer) return { ok: false, key: 'passkey.cancelled' };
  return enter(way, { answer: JSON.stringify(answer) });
}

/** Has the browser make a passkey; null when the person thought better of it. */
export async function makePasskey(
  optionsJSON: Awaited<ReturnType<typeof api.account.startPasskey.mutate>>,
): Promise<string | null> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const answer = await startRegistration({ optionsJSON }).catch(() => null);
  return answer && JSON.stringify(answer);
}
