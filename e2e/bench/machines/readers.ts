/** Readers who ask without pause and check each answer against the data version that it names. */
import { createHash } from 'node:crypto'
import { Agent, type IncomingMessage, request } from 'node:http'
import { z } from 'zod'

/** The series and the day whose long return each load of the benchmark restates. */
export const RESTATED = { code: 'factor-1', date: '2024-08-30' }
const ANSWER_MAX_MS = 30_000

const daily = z.object({
  version: z.int(),
  rows: z.tuple([z.object({ long: z.number() })]),
})
const summaries = z.object({ version: z.int(), rows: z.array(z.unknown()).min(1) })

/** What readers have found since the last `takeFindings`. */
export interface Findings {
  answers: number
  /** Times of the answers, milliseconds. */
  times: number[]
  /** Requests without an answer and answers of 500 and more, by what they were. */
  failed: Map<string, number>
  wrong: string[]
}

/** What was read, for all readers: answers about the same version must be equal, whoever made them. */
export interface Truth {
  /** The restated return by version. */
  restated: Map<number, number>
  /** Hashes of pages by version and path, and of older weeks by path. */
  bodies: Map<string, string>
}

export class Readers {
  readonly #origin: string
  readonly #weeks: readonly string[]
  readonly #agent = new Agent({ keepAlive: true })
  readonly truth: Truth = { restated: new Map(), bodies: new Map() }
  #findings = noFindings()
  #stop = false
  #reading: Promise<void>[] = []

  /** @param weeks days as of which summaries are asked for */
  constructor(origin: string, weeks: readonly string[]) {
    this.#origin = origin
    this.#weeks = weeks
  }

  /** Begins to read. `kinds` says what each reader asks for, in turn. */
  start(count: number, kinds: readonly Kind[] = KINDS): void {
    this.#stop = false
    this.#reading = Array.from({ length: count }, (_, index) => this.#read(index, kinds))
  }

  async stop(): Promise<void> {
    this.#stop = true
    await Promise.all(this.#reading)
  }

  close(): void {
    this.#agent.destroy()
  }

  takeFindings(): Findings {
    const found = this.#findings
    this.#findings = noFindings()
    return found
  }

  async #read(reader: number, kinds: readonly Kind[]): Promise<void> {
    let [cookie, seen] = ['', 0]
    for (let turn = reader; !this.#stop; turn += 1) {
      const kind = kinds[turn % kinds.length] ?? 'page'
      const path = this.#pathOf(kind, turn)
      const begun = performance.now()
      const answer = await this.#ask(path, cookie).catch((error: NodeJS.ErrnoException) => error.code ?? error.message)
      if (typeof answer === 'string' || answer.status >= 500) {
        const how = typeof answer === 'string' ? answer : `${answer.status}`
        this.#findings.failed.set(how, (this.#findings.failed.get(how) ?? 0) + 1)
        continue
      }
      this.#findings.answers += 1
      this.#findings.times.push(performance.now() - begun)
      const version = this.#check(kind, path, answer)
      if (version === null) continue
      if (version < seen) this.#findings.wrong.push(`${path} showed version ${version} after ${seen} had been seen`)
      // Only a page sets the cookie by which other instances know what was seen.
      if (kind !== 'page') continue
      seen = Math.max(seen, version)
      cookie = answer.cookie ?? cookie
    }
  }

  #pathOf(kind: Kind, turn: number): string {
    if (kind === 'page') return turn % 2 === 0 ? '/en/factors' : `/en/factors/${RESTATED.code}`
    if (kind === 'daily') return `/api/v1/factors/${RESTATED.code}/daily.json?from=${RESTATED.date}`
    const week = this.#weeks[(turn * 7_919) % this.#weeks.length] ?? ''
    return `/api/v1/summaries.json?asOf=${week}&limit=20`
  }

  /** Returns the version that an answer names; null when it is wrong, which is noted. */
  #check(kind: Kind, path: string, { status, body }: Answer): number | null {
    const text = body.toString('utf8')
    if (status !== 200) return this.#note(`${path} was answered ${status}: ${text.slice(0, 200)}`)
    if (kind === 'page') {
      const version = Number(/\/charts\/v(\d+)\./.exec(text)?.[1])
      return this.#isSame(`${version} ${path}`, shownBy(text))
        ? version
        : this.#note(`${path} differs within version ${version}`)
    }
    const schema = kind === 'daily' ? daily : summaries
    const read = schema.safeParse(JSON.parse(text))
    if (!read.success) return this.#note(`${path}: ${read.error.message}`)
    const { version, rows } = read.data
    if (kind === 'daily') {
      const { long } = z.object({ long: z.number() }).parse(rows[0])
      const known = this.truth.restated.get(version) ?? long
      this.truth.restated.set(version, long)
      return known === long ? version : this.#note(`${path}: ${long} and ${known} in version ${version}`)
    }
    return this.#isSame(path, JSON.stringify(rows)) ? version : this.#note(`${path} differs in version ${version}`)
  }

  #isSame(key: string, text: string): boolean {
    const hash = createHash('sha256').update(text).digest('base64')
    const known = this.truth.bodies.get(key) ?? hash
    this.truth.bodies.set(key, hash)
    return known === hash
  }

  #note(wrong: string): null {
    this.#findings.wrong.push(wrong)
    return null
  }

  #ask(path: string, cookie: string): Promise<Answer> {
    return new Promise((settle, reject) => {
      const headers = cookie === '' ? {} : { cookie }
      const asked = request(
        this.#origin + path,
        { agent: this.#agent, headers, timeout: ANSWER_MAX_MS },
        (response) => {
          collect(response).then(
            (body) => settle({ status: response.statusCode ?? 0, body, cookie: cookieIn(response) }),
            reject,
          )
        },
      )
      asked.on('timeout', () => asked.destroy(new Error('no answer in 30 s')))
      asked.on('error', reject)
      asked.end()
    })
  }
}

type Kind = 'page' | 'daily' | 'summaries'
const KINDS = ['page', 'daily', 'summaries'] as const satisfies readonly Kind[]

interface Answer {
  status: number
  body: Buffer
  /** The cookie that the answer sets, if any. */
  cookie: string | null
}

/**
 * Returns what a page shows: without the line that says how old it may be while the database does not answer, and without
 * scripts, into which Next writes the data of the page in the order in which they were ready.
 */
function shownBy(page: string): string {
  return page.replace(/<store-notice.*?<\/store-notice>|<script.*?<\/script>/gs, '')
}

function noFindings(): Findings {
  return { answers: 0, times: [], failed: new Map(), wrong: [] }
}

function cookieIn({ headers }: IncomingMessage): string | null {
  return headers['set-cookie']?.[0]?.split(';')[0] ?? null
}

async function collect(response: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part)
  return Buffer.concat(parts)
}
