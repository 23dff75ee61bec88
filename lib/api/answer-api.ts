import { renamedAddress } from '@/lib/address/renamed-address'
import { readCursor, writeCursor } from '@/lib/api/question/cursor'
import { type Format, parseQuestion, type Question } from '@/lib/api/question/parse-question'
import { latestVersion, stampOf } from '@/lib/db/latest-version'
import { newestAliases } from '@/lib/db/newest-aliases'
import { wasDemoLoaded } from '@/lib/db/queries/was-demo-loaded'
import { BoundedCache } from '@/lib/http/bounded-cache'
import { FOR_EVER } from '@/lib/http/caching'
import { type Encoding, encode, encodingOf } from '@/lib/http/encoding'
import { etagOf } from '@/lib/http/etag'
import { movedTo } from '@/lib/http/moved-to'
import { ApiProblem, badRequest, problemResponse, unavailable } from '@/lib/http/problem'
import { sendBody } from '@/lib/http/send-body'
import { logWarning } from '@/lib/log/log'
import type { Endpoint } from './endpoint'
import { CONTENT_TYPES, type Page, writeAnswer } from './write-answer'

/**
 * Answers a GET below `/api/v1/`: 200 with a page of rows, 304 if the client has it, 308 for the old code of a renamed
 * series, or a problem that names the fault.
 * @param segments the path after `/api/v1/`, as the router gives it
 */
export async function answerApi(
  request: Request,
  segments: readonly string[],
  endpoints: readonly Endpoint[],
): Promise<Response> {
  try {
    const { searchParams, search } = new URL(request.url)
    const { codes, edition } = await newestAliases()
    const moved = renamedAddress({ path: `/${segments.join('/')}`, search }, codes)
    if (moved !== null) return movedTo(`/api/v1${moved.path}${moved.search}`)
    const question = parseQuestion(endpoints, segments, searchParams)
    const start = await pageStartOf(question)
    const wanted = encodingOf(request)
    const key = [question.path, start.version, start.stamp, start.offset, searchParams, wanted, edition].join(' ')
    const answer = await answers.get(key, () => makeAnswer(question, start, wanted))
    return respond(request, question, start, answer ?? never())
  } catch (error) {
    if (error instanceof ApiProblem) return problemResponse(error)
    logWarning('An answer could not be made', error)
    return unavailable()
  }
}

/** Where a page of an answer begins, and whether its address determines the answer. */
interface PageStart {
  version: number
  stamp: string
  offset: number
  /** `stamped`: never changes; `numbered`: constant in this store; `newest`: may change with the next load. */
  pinned: 'stamped' | 'numbered' | 'newest'
}

interface Answer {
  /** Compressed when the client accepts that, and cached in this form. */
  body: Uint8Array<ArrayBuffer>
  encoding: Encoding
  etag: string
  next: string | null
}

const answers = new BoundedCache<Answer>(({ body }) => body.length + 500, 32_000_000, 'api')

const LIMIT_MAX = 10_000
/** What reads Parquet takes one file and follows no pages. */
const LIMITS: Record<Format, number> = {
  json: LIMIT_MAX,
  csv: LIMIT_MAX,
  xlsx: LIMIT_MAX,
  parquet: Number.POSITIVE_INFINITY,
}
/** Formats that are compressed already. */
const COMPRESSED: readonly Format[] = ['xlsx', 'parquet']

async function pageStartOf({ path, own, common }: Question): Promise<PageStart> {
  const { id: latest } = await latestVersion()
  if (latest === 0) throw new ApiProblem(404, 'No data has been loaded yet.')
  if (common.cursor !== undefined) return pageStartOfCursor(common.cursor, latest, { path, own, common })
  const requested = common.version
  const version = requested?.id ?? latest
  if (version > latest) throw badVersion(version, `must be at most ${latest}, the newest`)
  const stamp = await stampOf(version)
  if (requested && requested.stamp !== null && requested.stamp !== stamp)
    throw new ApiProblem(
      404,
      `Version ${version}.${requested.stamp} belongs to another store or catalogue; the stamp here is ${stamp}.`,
    )
  const pinned = requested === undefined ? 'newest' : requested.stamp === null ? 'numbered' : 'stamped'
  return { version, stamp, offset: 0, pinned }
}

async function pageStartOfCursor(
  cursor: string,
  latest: number,
  { path, own, common }: Pick<Question, 'path' | 'own' | 'common'>,
): Promise<PageStart> {
  const fault = (message: string) => badRequest([{ parameter: 'cursor', value: cursor, message: `cursor ${message}.` }])
  const read = readCursor(cursor, path, own)
  if (read === null) throw fault(`"${cursor}" belongs to another request`)
  if (common.version && common.version.id !== read.version) throw fault(`"${cursor}" is of version ${read.version}`)
  if (read.version > latest || (await stampOf(read.version)) !== read.stamp)
    throw fault(`"${cursor}" is of another store or catalogue`)
  return { ...read, pinned: 'stamped' }
}

function badVersion(version: number, why: string): ApiProblem {
  const message = `version ${why}, not "${version}".`
  return badRequest([{ parameter: 'version', value: String(version), message }])
}

async function makeAnswer(
  question: Question,
  { version, stamp, offset }: PageStart,
  wanted: Encoding,
): Promise<Answer> {
  const { endpoint, path, own, common, format } = question
  const [rows, isDemo] = await Promise.all([endpoint.read(own, { version }), wasDemoLoaded({ version })])
  const end = offset + (common.limit ?? LIMITS[format])
  const next = end < rows.length ? writeCursor({ version, stamp, offset: end }, path, own) : null
  const page: Page = { version, stamp, isDemo, total: rows.length, next, rows: rows.slice(offset, end) }
  const plain = await writeAnswer(page, endpoint, format, common.lang ?? null)
  const { body, encoding } = await encode(plain, COMPRESSED.includes(format) ? null : wanted)
  return { body, encoding, next, etag: etagOf(body) }
}

const CACHING: Record<PageStart['pinned'], string> = {
  stamped: FOR_EVER,
  numbered: 'public, max-age=3600',
  newest: 'public, no-cache',
}

function respond(
  request: Request,
  { format, path }: Question,
  start: PageStart,
  { next, ...answer }: Answer,
): Response {
  const stamped: Record<string, string> = { 'x-data-version': `${start.version}.${start.stamp}` }
  const more = next === null ? stamped : { ...stamped, link: `<${nextAddress(request, next)}>; rel="next"` }
  const file = format === 'json' ? null : { name: fileNameOf(path, start.version, format), isShown: true }
  return sendBody(request, {
    ...answer,
    type: CONTENT_TYPES[format],
    caching: CACHING[start.pinned],
    file,
    isSized: format === 'parquet',
    more,
  })
}

/** Returns "factors-intraday-skewness-daily-v3.csv". */
function fileNameOf(path: string, version: number, format: string): string {
  const name = path
    .slice(1)
    .replaceAll('/', '-')
    .replace(/\.[a-z]+$/, '')
  return `${name}-v${version}.${format}`
}

/** Returns the address of the next page, with the cursor instead of the version. */
function nextAddress(request: Request, cursor: string): string {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('version')
  searchParams.set('cursor', cursor)
  return `${pathname}?${searchParams}`
}

function never(): never {
  throw new TypeError('an answer is never null')
}
