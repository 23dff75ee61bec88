import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Answer } from '@/lib/http/kept-answers'
import { STATUS_HEADER } from '@/lib/http/status-header'

/** Headers that Node writes itself, and that only concern Next's own router. */
const LEFT_OUT = /^(?:content-length|transfer-encoding|connection|keep-alive|date|x-nextjs-.*|x-middleware-.*)$/

/**
 * A response that collects what Next writes instead of sending it. It ends when Next has written everything, or when it
 * is given up, for example because the client has gone: Next then stops its work.
 */
export class CollectedResponse extends ServerResponse {
  readonly #parts: Buffer[] = []

  /** Resolves with the answer; with null when it was given up. */
  readonly whole: Promise<Answer | null>

  constructor(request: IncomingMessage) {
    super(request)
    this.whole = new Promise((settle) => {
      this.once('finish', () => settle(this.#answer()))
      this.once('close', () => settle(null))
    })
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status
    const headers = rest.at(-1)
    if (typeof headers === 'object' && headers !== null && !Array.isArray(headers)) {
      for (const [name, value] of Object.entries(headers as OutgoingHttpHeaders)) this.setHeader(name, value ?? '')
    }
    return this
  }

  override flushHeaders(): void {
    // Nothing is sent before the end.
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#add(chunk, rest)
    callbackOf(rest)?.()
    return true
  }

  override end(chunk?: unknown, ...rest: unknown[]): this {
    if (this.finished) return this
    if (typeof chunk !== 'function') this.#add(chunk, rest)
    this.finished = true
    process.nextTick(() => {
      this.emit('finish')
      this.emit('close')
    })
    callbackOf([chunk, ...rest])?.()
    return this
  }

  /** Gives the answer up. */
  override destroy(): this {
    if (this.finished || this.destroyed) return this
    this.destroyed = true
    process.nextTick(() => this.emit('close'))
    return this
  }

  #add(chunk: unknown, [encoding]: unknown[]): void {
    if (chunk === null || chunk === undefined) return
    const isText = typeof chunk === 'string'
    this.#parts.push(
      isText ? Buffer.from(chunk, encoding as BufferEncoding | undefined) : Buffer.from(chunk as Uint8Array),
    )
  }

  #answer(): Answer {
    const { [STATUS_HEADER]: ofPage, ...others } = this.getHeaders()
    const sent = Object.entries(others).filter(([name]) => !LEFT_OUT.test(name))
    // Next names the target of a page's first redirect twice.
    const headers = Object.fromEntries(sent.map(([name, value]) => [name, Array.isArray(value) ? once(value) : value]))
    // A page that could not be made keeps the status of its failure.
    const status = ofPage !== undefined && this.statusCode === 200 ? Number(ofPage) : this.statusCode
    return { status, headers, body: Buffer.concat(this.#parts) }
  }
}

/** Returns the different values of a header: one alone, or a list. */
function once(values: string[]): string | string[] {
  const [first, ...others] = new Set(values)
  return first !== undefined && others.length === 0 ? first : [...new Set(values)]
}

function callbackOf(values: unknown[]): (() => void) | undefined {
  return values.find((value): value is () => void => typeof value === 'function')
}
