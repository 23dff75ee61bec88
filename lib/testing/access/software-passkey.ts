/** An authenticator in software, which answers what a browser is asked for about passkeys (WebAuthn, level 3). */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** Flags of the authenticator data: somebody is there, was recognised, and a new key follows. */
const FLAGS = { present: 1, verified: 4, key: 64 } as const

interface Place {
  origin: string
  /** Host of the server. */
  host: string
  /** Whether the authenticator asked for a finger, face or PIN. */
  isVerified?: boolean
}

type PasskeyAnswer = Record<string, unknown> & { id: string }

export interface SoftwarePasskey {
  id: string
  /** Answers the question for a new passkey. */
  register(challenge: string, place: Place): PasskeyAnswer
  /** Answers the question of the sign-in. */
  sign(challenge: string, place: Place): PasskeyAnswer
}

/** Makes a key pair on the curve P-256. */
export function makePasskey(): SoftwarePasskey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const rawId = randomBytes(16)
  const id = rawId.toString('base64url')
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const answer = (response: Record<string, unknown>) => ({
    ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {}, authenticatorAttachment: 'platform' },
    response,
  })
  return {
    id,
    register(challenge, { origin, host, isVerified = true }) {
      const key = Buffer.concat([Buffer.alloc(16), Buffer.from([0, rawId.length]), rawId, coseKey(x, y)])
      const data = Buffer.concat([authenticatorData(host, FLAGS.key | flagsOf(isVerified)), key])
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), bytes(data)],
      ])
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge, origin).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      })
    },
    sign(challenge, { origin, host, isVerified = true }) {
      const [data, client] = [
        authenticatorData(host, flagsOf(isVerified)),
        clientData('webauthn.get', challenge, origin),
      ]
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      })
    },
  }
}

function flagsOf(isVerified: boolean): number {
  return FLAGS.present | (isVerified ? FLAGS.verified : 0)
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

/** Hash of the host, flags, and a counter that stays 0. */
function authenticatorData(host: string, flags: number): Buffer {
  return Buffer.concat([createHash('sha256').update(host).digest(), Buffer.from([flags, 0, 0, 0, 0])])
}

/** Returns a public key in COSE: key type EC2, algorithm ES256, curve P-256, and both coordinates. */
function coseKey(x: string, y: string): Buffer {
  const [left, right] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(left),
    Buffer.from([0x22]),
    bytes(right),
  ])
}

/** Returns a short text in CBOR (RFC 8949). */
function text(content: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + content.length]), Buffer.from(content)])
}

/** Returns fewer than 256 bytes in CBOR. */
function bytes(content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x58, content.length]), content])
}
