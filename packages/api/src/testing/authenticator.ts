import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const PRESENT = 0x01;
const VERIFIED = 0x04;
const NEW_KEY = 0x40;

type Asked = { challenge: string };
type How = { origin?: string; verified?: boolean; counter?: number; userHandle?: string };

/** A passkey kept in memory, as a device would keep it: makes itself known and signs what it is asked. */
export function makeAuthenticator(origin: string) {
  const rpId = new URL(origin).hostname;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credentialId = randomBytes(16);
  const id = credentialId.toString('base64url');
  const answer = (response: object) =>
    JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  return {
    id,
    /** What the browser answers when the passkey is made. */
    register(asked: Asked, how: How = {}): string {
      const key = coseKey(Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url'));
      const made = [Buffer.alloc(16), Buffer.from([0, credentialId.length]), credentialId, key];
      const authData = Buffer.concat([authenticatorData(rpId, NEW_KEY, how), ...made]);
      return answer({
        clientDataJSON: clientData('webauthn.create', asked, how.origin ?? origin).toString('base64url'),
        attestationObject: attestation(authData).toString('base64url'),
        transports: ['internal'],
      });
    },
    /** What it answers when the passkey is used. */
    use(asked: Asked, how: How = {}): string {
      const authData = authenticatorData(rpId, 0, how);
      const client = clientData('webauthn.get', asked, how.origin ?? origin);
      const signed = Buffer.concat([authData, createHash('sha256').update(client).digest()]);
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
        ...(how.userHandle ? { userHandle: how.userHandle } : {}),
      });
    },
  };
}

function clientData(type: string, { challenge }: Asked, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function authenticatorData(rpId: string, more: number, { verified = true, counter = 0 }: How): Buffer {
  const flags = PRESENT | (verified ? VERIFIED : 0) | more;
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count]);
}

// CBOR by hand: a map of five, and a map of three, need no library.
function coseKey(x: Buffer, y: Buffer): Buffer {
  const start = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
  return Buffer.concat([start, Buffer.from([0x21, 0x58, 32]), x, Buffer.from([0x22, 0x58, 32]), y]);
}

function attestation(authData: Buffer): Buffer {
  const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
  const size = Buffer.from([0x59, authData.length >> 8, authData.length & 0xff]);
  const none = [text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData')];
  return Buffer.concat([Buffer.from([0xa3]), ...none, size, authData]);
}
