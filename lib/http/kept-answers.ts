import type { OutgoingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'
import { logWarning } from '@/lib/log/log'
import { reportNumbers } from '@/lib/process/reported-numbers'
import { decode, type Encoding, encode, encodeBest, isCompressible } from './encoding'
import { etagOf } from './etag'

/** A whole answer. */
export interface Answer {
  status: number
  /** Names are in lower case. */
  headers: OutgoingHttpHeaders
  body: Buffer
}

/** An answer with its body in one encoding. */
export interface EncodedAnswer extends Answer {
  encoding: Encoding
}

interface KeptAnswer extends Omit<Answer, 'body'> {
  /** The body in each encoding that was asked for. */
  bodies: Partial<Record<Encoding, Buffer>>
}

/** A build has fewer scripts. */
const IMPROVED_MAX = 100

/** Bytes of the key, the headers and the maps of an answer, about. */
const OVERHEAD_BYTES = 2_000

/**
 * Keeps whole answers by key, compressed as they were asked for, up to a number of bytes; drops the least recently used
 * first.
 */
export class KeptAnswers {
  readonly #kept: LRUCache<string, KeptAnswer>
  readonly #making = new Map<string, Promise<EncodedAnswer | null>>()
  /** Bodies that are being encoded again. */
  readonly #encoding = new Map<string, Promise<Buffer>>()
  /** Scripts are compressed once more one after the other, so that most threads remain for answers. */
  #improving: Promise<unknown> = Promise.resolve()
  #toImprove = 0

  #asked = 0
  #made = 0

  /** @param name a fixed word under which monitoring shows these answers; without it they are not shown */
  constructor(maxBytes: number, name?: string) {
    this.#kept = new LRUCache({ maxSize: maxBytes, sizeCalculation: bytesOf })
    if (name !== undefined) reportNumbers('cache', name, () => this.#numbers())
  }

  #numbers() {
    const { size: entries, calculatedSize: bytes } = this.#kept
    return { hits: this.#asked - this.#made, misses: this.#made, bytes, entries }
  }

  /** Returns the bytes that are kept. */
  get bytes(): number {
    return this.#kept.calculatedSize
  }

  /** Returns a kept answer in an encoding, made from another one if need be; undefined when the answer is not kept. */
  find(key: string, wanted: Encoding): EncodedAnswer | Promise<EncodedAnswer> | undefined {
    const kept = this.#kept.get(key)
    if (kept === undefined) return undefined
    const encoding = usedEncoding(kept, wanted)
    const body = kept.bodies[encoding]
    if (body === undefined) return this.#encodeAgain(key, kept, encoding)
    return { status: kept.status, headers: kept.headers, body, encoding }
  }

  /**
   * Returns the kept answer, or the one that `make` returns, which is then kept. Requests for an answer that is being
   * made wait for it: when it is given up, one of them makes it; when it may not be kept, each makes its own.
   */
  async get(key: string, wanted: Encoding, make: () => Promise<Answer | null>): Promise<EncodedAnswer | null> {
    this.#asked += 1
    for (;;) {
      const kept = await this.find(key, wanted)
      if (kept !== undefined) return kept
      const making = this.#making.get(key)
      if (making === undefined) break
      const isGivenUp = (await making.catch(() => undefined)) === null
      if (!isGivenUp && this.#kept.peek(key) === undefined) return this.#make(key, wanted, make)
    }
    const made = this.#make(key, wanted, make)
    this.#making.set(key, made)
    return made.finally(() => this.#making.delete(key))
  }

  async #make(key: string, wanted: Encoding, make: () => Promise<Answer | null>): Promise<EncodedAnswer | null> {
    this.#made += 1
    const answer = await make()
    if (answer === null) return null
    if (!mayBeKept(answer)) return encodeAnswer(answer, wanted)
    const { status, headers, body } = answer
    const tagged = { status, headers: { ...headers, etag: headers.etag ?? etagOf(body) }, body }
    const encoded = await encodeAnswer(tagged, wanted)
    this.#kept.set(key, { status, headers: encoded.headers, bodies: { [encoded.encoding]: encoded.body } })
    if (isScriptOfBuild(encoded) && this.#toImprove < IMPROVED_MAX) this.#improveLater(key, body)
    return encoded
  }

  async #encodeAgain(key: string, kept: KeptAnswer, encoding: Encoding): Promise<EncodedAnswer> {
    const name = `${encoding} ${key}`
    const pending = this.#encoding.get(name) ?? this.#encodeOnce(key, kept, encoding)
    this.#encoding.set(name, pending)
    const body = await pending.finally(() => this.#encoding.delete(name))
    return { status: kept.status, headers: kept.headers, body, encoding }
  }

  async #encodeOnce(key: string, { bodies }: KeptAnswer, encoding: Encoding): Promise<Buffer> {
    const [[known, packed] = never()] = Object.entries(bodies) as [Encoding, Buffer][]
    const body = await encode(await decode(packed, known), encoding)
    this.#add(key, encoding, body)
    return body
  }

  #improveLater(key: string, plain: Buffer): void {
    this.#toImprove += 1
    const improve = async () => this.#add(key, 'br', await encodeBest(plain))
    this.#improving = this.#improving
      .then(improve)
      .catch((error) => logWarning('A script could not be compressed better', error))
      .finally(() => {
        this.#toImprove -= 1
      })
  }

  /** Adds an encoding to an answer if it is still kept; another request may have added one meanwhile. */
  #add(key: string, encoding: Encoding, body: Buffer): void {
    const kept = this.#kept.peek(key)
    if (kept !== undefined) this.#kept.set(key, { ...kept, bodies: { ...kept.bodies, [encoding]: body } })
  }
}

/** Returns whether it is a script of the build. Every reader loads these and they never change, so the best compression pays. */
function isScriptOfBuild({ headers }: Answer): boolean {
  const isScript = /javascript/.test(String(headers['content-type']))
  return isScript && isEncodable(headers) && /immutable/.test(String(headers['cache-control']))
}

/** Compresses the body of an answer if that makes it smaller; a part of a body is sent as it is. */
export async function encodeAnswer(answer: Answer, wanted: Encoding): Promise<EncodedAnswer> {
  const isPart = answer.headers['content-range'] !== undefined
  if (isPart || !isCompressible(String(answer.headers['content-type']), answer.body.length)) {
    return { ...answer, encoding: 'identity' }
  }
  const { vary } = answer.headers
  const headers = { ...answer.headers, vary: [vary, 'accept-encoding'].flat().filter(Boolean).join(', ') }
  return { status: answer.status, headers, body: await encode(answer.body, wanted), encoding: wanted }
}

/** Returns whether an answer may be kept: no error or redirect, and none with `no-store` or a cookie. */
function mayBeKept({ status, headers }: Answer): boolean {
  return status === 200 && !/no-store/.test(String(headers['cache-control'])) && headers['set-cookie'] === undefined
}

/** Returns the encoding in which an answer is sent: one that is never compressed has one form for all clients. */
function usedEncoding({ headers }: KeptAnswer, wanted: Encoding): Encoding {
  return isEncodable(headers) ? wanted : 'identity'
}

function isEncodable({ vary }: OutgoingHttpHeaders): boolean {
  return /accept-encoding/.test(String(vary))
}

function bytesOf({ bodies }: KeptAnswer): number {
  return OVERHEAD_BYTES + Object.values(bodies).reduce((sum, { length }) => sum + length, 0)
}

function never(): never {
  throw new TypeError('a kept answer has a body')
}
