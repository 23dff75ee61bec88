import { newestReadable } from '@/lib/address/readable-version'
import { renamedAddress } from '@/lib/address/renamed-address'
import { readCursor, writeCursor } from '@/lib/api/question/cursor'
import { type Format, parseQuestion, type Question } from '@/lib/api/question/parse-question'
import { stampOf } from '@/lib/db/latest-version'
import { aliasesInScope } from '@/lib/db/queries/scope/aliases-in-scope'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { FOR_EVER } from '@/lib/http/caching'
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
    const moved = renamedAddress({ path: `/${segments.join('/')}`, search }, await aliasesInScope())
    if (moved !== null) return movedTo(`/api/v1${moved.path}${moved.search}`)
    const question = parseQuestion(endpoints, segments, searchParams)
    const start = await pageStartOf(question)
    return respond(request, question, start, await makeAnswer(question, start))
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
  body: Uint8Array<ArrayBuffer>
  /** Cursor of the next page; null on the last one. */
  next: string | null
}

const LIMIT_MAX = 10_000
/** What reads Parquet takes one file and follows no pages. */
const LIMITS: Record<Format, number> = {
  json: LIMIT_MAX,
  csv: LIMIT_MAX,
  xlsx: LIMIT_MAX,
  parquet: Number.POSITIVE_INFINITY,
}

async function pageStartOf({ path, own, common }: Question): Promise<PageStart> {
  const { id: latest } = await newestReadable()
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

async function makeAnswer(question: Question, { version, stamp, offset }: PageStart): Promise<Answer> {
  const { endpoint, path, own, common, format } = question
  const [rows, isDemo] = await Promise.all([endpoint.read(own, { version }), wasDemoLoaded({ version })])
  const end = offset + (common.limit ?? LIMITS[format])
  const next = end < rows.length ? writeCursor({ version, stamp, offset: end }, path, own) : null
  const page: Page = { version, stamp, isDemo, total: rows.length, next, rows: rows.slice(offset, end) }
  return { body: await writeAnswer(page, endpoint, format, common.lang ?? null), next }
}

const CACHING: Record<PageStart['pinned'], string> = {
  stamped: FOR_EVER,
  numbered: 'public, max-age=3600',
  newest: 'public, no-cache',
}

function respond(
  request: Request,
  { endpoint, format, path }: Question,
  start: PageStart,
  { body, next }: Answer,
): Response {
  const stamped: Record<string, string> = { 'x-data-version': `${start.version}.${start.stamp}` }
  const more = next === null ? stamped : { ...stamped, link: `<${nextAddress(request, next)}>; rel="next"` }
  const file = format === 'json' ? null : { name: fileNameOf(path, start.version, format), isShown: true }
  return sendBody(request, {
    body,
    type: CONTENT_TYPES[format],
    caching: CACHING[endpoint.isUnversioned ? 'newest' : start.pinned],
    file,
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
