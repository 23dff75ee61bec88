/** Answers `/api/v1/weeks/DATE/texts`: programs read and write the texts of a week. */
import type { z } from 'zod'
import { actingAs, actorOf, clientAddress } from '@/lib/access/audit/actor'
import { hasAccounts } from '@/lib/access/has-accounts'
import { bearerOf } from '@/lib/access/tokens/find-token-reader'
import { LOCALES } from '@/lib/base/locale'
import { asLoader } from '@/lib/desk/answer-form'
import { isFromOwnPage } from '@/lib/desk/same-origin'
import { whoMayLoad } from '@/lib/desk/who-may-load'
import { type EditedWeek, findEditedWeek } from '@/lib/editor/find-week'
import { getDraftedReports } from '@/lib/editor/page/drafted-reports'
import { saveTexts } from '@/lib/editor/save-texts'
import { NEVER } from '@/lib/http/caching'
import { ApiProblem, badRequest, problemResponse, unavailable } from '@/lib/http/problem'
import { readBody } from '@/lib/http/read-body'
import { inTurn } from '@/lib/import/http/answer-with-token'
import { authorise } from '@/lib/import/http/authorise'
import { logWarning } from '@/lib/log/log'
import { textFaults } from '@/lib/report/bind/text-faults'
import { NO_TEXTS } from '@/lib/texts/desk-texts'
import { getWeekText } from '@/lib/texts/get-week-text'
import type { TextProblem } from '@/lib/texts/read-texts'
import type { WeekText } from '@/lib/texts/week-text'
import { textsParameters } from './texts-parameters'
import { putTexts, type TextsAnswer } from './texts-schemas'

const BYTES_MAX = 2 * 1024 * 1024

/** Answers the newest revision of the texts of a week, with what stands against their publication. */
export function answerGetTexts(request: Request, date: string): Promise<Response> {
  return answerWeek(request, date, async (week) => {
    await readerName(request)
    return respond(week, await getWeekText(week))
  })
}

/** Saves the texts of a week as its next revision, unless somebody has saved since the base. */
export function answerPutTexts(request: Request, date: string): Promise<Response> {
  return answerWeek(request, date, async (week) => {
    const { savedBy, acting } = await writerOf(request)
    const body = await readBody(request, { what: 'the texts', bytesMax: BYTES_MAX })
    const { base, content } = parseBody(body.toString())
    const outcome = await acting(() => inTurn(null, () => saveTexts(week, { base, content, savedBy })))
    if (outcome.kind === 'no-base') throw badRequest([fault('base', base, `base: there is no revision ${base}.`)])
    if (outcome.kind === 'refused') {
      throw new ApiProblem(422, 'These texts cannot be kept.', outcome.problems.map(problemOf))
    }
    if (outcome.kind === 'conflict') {
      const { revision, savedBy: name, savedAt } = outcome.newest
      const said = `${name} saved revision ${revision} at ${savedAt}. Read it, and send yours with base ${revision}.`
      throw new ApiProblem(409, said, [fault('base', base, said)])
    }
    return respond(week, outcome.revision)
  })
}

/** Answers any other method. */
export function refuseTextsMethod(): Response {
  return problemResponse(new ApiProblem(405, 'Only GET and PUT are allowed here.', [], { allow: 'GET, HEAD, PUT' }))
}

async function answerWeek(
  request: Request,
  date: string,
  run: (week: EditedWeek) => Promise<Response>,
): Promise<Response> {
  try {
    const parameters = textsParameters(request)
    if (parameters === null) throw new ApiProblem(400, 'A parameter of the address is wrong.')
    const week = await findEditedWeek({ ...parameters, date, market: parameters.market })
    if (week === null) throw new ApiProblem(404, `There is no report of the week of ${date}.`)
    return await run(week)
  } catch (error) {
    if (error instanceof ApiProblem) return problemResponse(error)
    logWarning('The texts of a week could not be answered', error)
    return unavailable()
  }
}

/** Refuses who may not read what is not published. Without accounts everybody on this machine may. */
async function readerName(request: Request): Promise<void> {
  if (isWithToken(request)) await authorise(request, 'publish')
  else if (hasAccounts() && whoMayLoad() === null) throw forbidden()
}

interface Writer {
  savedBy: string
  /** Runs a change; the audit names the writer. */
  acting: <Result>(run: () => Promise<Result>) => Promise<Result>
}

/** Returns who writes: a token, or an editor in a page of this server. */
async function writerOf(request: Request): Promise<Writer> {
  if (isWithToken(request)) {
    const reader = await authorise(request, 'publish')
    return {
      savedBy: reader.name,
      acting: (run) => actingAs(actorOf(reader, clientAddress(request.headers)), run),
    }
  }
  const writer = isFromOwnPage(request) ? whoMayLoad(request.headers.get('x-forwarded-for')) : null
  if (writer === null) throw forbidden()
  return { savedBy: writer.name, acting: (run) => asLoader(writer, request, run) }
}

function isWithToken({ headers }: Request): boolean {
  return bearerOf(headers.get('authorization') ?? undefined) !== null
}

function forbidden(): ApiProblem {
  return new ApiProblem(403, 'Send a token with the use "publish" as "Authorization: Bearer …", or write as an editor.')
}

function parseBody(text: string): z.output<typeof putTexts> {
  let sent: unknown
  try {
    sent = JSON.parse(text)
  } catch {
    throw new ApiProblem(400, 'Send a JSON object, such as {"base": 3, "content": …}.')
  }
  const { data, error } = putTexts.safeParse(sent)
  if (data !== undefined) return data
  throw badRequest(
    error.issues.map(({ path, message }) => fault(path.join('.') || 'body', null, `${path.join('.')}: ${message}.`)),
  )
}

function fault(parameter: string, value: number | null, message: string) {
  return { parameter, value: value === null ? null : String(value), message }
}

/** Names a refused text by its path in the content, and its line. */
function problemOf({ path, line, text }: TextProblem) {
  const place = path.join('.')
  return fault(place, null, line === null ? `${place}: ${text}.` : `${place}, line ${line}: ${text}.`)
}

/** Returns the answer for a revision; revision 0 and no texts before the first. */
async function respond(week: EditedWeek, saved: WeekText | null): Promise<Response> {
  const content = saved?.content ?? NO_TEXTS
  const { reports, renamed } = await getDraftedReports(week)
  const answer: TextsAnswer = {
    market: week.market,
    week: week.asOf,
    version: week.version,
    revision: saved?.revision ?? 0,
    savedBy: saved?.savedBy ?? null,
    savedAt: saved?.savedAt ?? null,
    content,
    figures: LOCALES.flatMap((locale) =>
      textFaults(content, reports[locale], renamed).map((found) => ({ locale, ...found })),
    ),
  }
  return Response.json(answer, { headers: { 'cache-control': NEVER } })
}
