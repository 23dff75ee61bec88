/** Loads by HTTP, one after the other, each of which restates one return. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { ACCEPTABLE } from '@/lib/import/outcome/hold'
import { RESTATED } from './readers'

const ATTEMPT_MAX_MS = 10_000
const RETRY_MS = 200
/** The restated return of load n is n times this. */
const STEP = 0.000_01

/** The version is null when a repeated attempt found that the first one had just been committed. */
const answered = z.object({ version: z.int().nullable() })

/** A load that was acknowledged. */
interface Acknowledged {
  version: number
  long: number
}

export class Loads {
  readonly #origin: string
  readonly #token: string
  readonly acknowledged: Acknowledged[] = []
  #made = 0
  /** Attempts that were repeated with their key. */
  repeated = 0
  #stop = false
  #loading: Promise<void> = Promise.resolve()

  constructor(origin: string, token: string) {
    this.#origin = origin
    this.#token = token
  }

  start(everyMs: number): void {
    this.#stop = false
    const load = async () => {
      while (!this.#stop) {
        await this.load()
        await sleep(everyMs)
      }
    }
    this.#loading = load()
    // The error is thrown by `stop`.
    this.#loading.catch(() => undefined)
  }

  async stop(): Promise<void> {
    this.#stop = true
    await this.#loading
  }

  /** Loads once, and repeats an attempt without an answer with its key until there is one. */
  async load(): Promise<number> {
    this.#made += 1
    const long = Number((this.#made * STEP).toFixed(5))
    const key = randomUUID()
    for (;;) {
      const version = await this.#attempt(long, key)
      if (version !== null) {
        this.acknowledged.push({ version, long })
        return version
      }
      this.repeated += 1
      await sleep(RETRY_MS)
    }
  }

  /** Returns the version of a load; null when there was no answer, or one of 500 and more. Throws when it is refused. */
  async #attempt(long: number, key: string): Promise<number | null> {
    const address = `${this.#origin}/api/v1/imports?name=restated.csv&accept=${ACCEPTABLE.join(',')}`
    const answer = await fetch(address, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#token}`, 'idempotency-key': key },
      body: `date,series,long,short,benchmark\n${RESTATED.date},${RESTATED.code},${long},0.001,0.002\n`,
      signal: AbortSignal.timeout(ATTEMPT_MAX_MS),
    })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch(() => null)
    if (answer === null || answer.status >= 500) return null
    if (answer.status >= 400) throw new Error(`A load was answered ${answer.status}: ${answer.text}`)
    return answered.parse(JSON.parse(answer.text)).version
  }
}
