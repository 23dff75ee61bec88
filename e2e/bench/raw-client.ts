import { connect, type Socket } from 'node:net'

interface Received {
  /** Bytes of the body as sent. */
  bytes: number
}

/** A client with one connection that reads no more than it must, so that it does not take the time of the server. */
export class RawClient {
  readonly #socket: Socket
  readonly #host: string
  #received = 0
  #head = Buffer.alloc(0)
  #expected: number | null = null
  #bytes = 0
  #settle: { done(received: Received): void; fail(error: Error): void } | null = null

  constructor(origin: string) {
    const { hostname, port, host } = new URL(origin)
    this.#host = host
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true })
    this.#socket.on('data', (chunk) => this.#read(chunk))
    this.#socket.on('error', (error) => this.#fail(error))
    this.#socket.on('close', () => this.#fail(new Error('the connection was closed')))
  }

  /** Whether the connection is open: a server closes one that is idle for some seconds. */
  get isOpen(): boolean {
    return !this.#socket.destroyed && !this.#socket.readableEnded
  }

  /** Requests a path, compressed. Throws unless it is answered with 200 and a length. */
  get(path: string): Promise<Received> {
    this.#socket.write(`GET ${path} HTTP/1.1\r\nhost: ${this.#host}\r\naccept-encoding: br, gzip\r\n\r\n`)
    return new Promise((done, fail) => {
      this.#settle = { done, fail }
    })
  }

  close(): void {
    this.#settle = null
    this.#socket.destroy()
  }

  #read(chunk: Buffer): void {
    this.#received += chunk.length
    if (this.#expected === null) {
      this.#head = Buffer.concat([this.#head, chunk])
      const end = this.#head.indexOf('\r\n\r\n')
      if (end < 0) return
      this.#readHead(this.#head.toString('latin1', 0, end), end + 4)
    }
    if (this.#expected !== null && this.#received >= this.#expected) this.#done()
  }

  #readHead(head: string, headBytes: number): void {
    const length = /^content-length: (\d+)\r?$/im.exec(head)?.[1]
    if (!head.startsWith('HTTP/1.1 200') || length === undefined) {
      this.#fail(new Error(`an answer began with ${head.slice(0, 100)}`))
      return
    }
    this.#bytes = Number(length)
    this.#expected = headBytes + this.#bytes
  }

  #done(): void {
    const settle = this.#settle
    this.#settle = null
    this.#received = 0
    this.#expected = null
    this.#head = Buffer.alloc(0)
    settle?.done({ bytes: this.#bytes })
  }

  #fail(error: Error): void {
    this.#settle?.fail(error)
    this.#settle = null
  }
}
