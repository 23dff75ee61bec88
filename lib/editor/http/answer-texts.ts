/** Answers the page that edits the texts of a week: its script, which sends JSON, and its form without script. */
import { z } from 'zod'
import { localePrefix } from '@/lib/base/locale'
import { asLoader } from '@/lib/desk/answer-form'
import { isFromOwnPage } from '@/lib/desk/same-origin'
import { whoMayLoad } from '@/lib/desk/who-may-load'
import { type EditedWeek, findEditedWeek } from '@/lib/editor/find-week'
import { keepWriting } from '@/lib/editor/kept-writing'
import type { EditorAnswer } from '@/lib/editor/model/editor-model'
import { draftedOf } from '@/lib/editor/page/drafted-of'
import { getDraftedReports } from '@/lib/editor/page/drafted-reports'
import { figureNotes, problemNotes } from '@/lib/editor/page/field-notes'
import { savedByOf } from '@/lib/editor/page/get-editor-model'
import { notePresence } from '@/lib/editor/presence'
import { saveTexts } from '@/lib/editor/save-texts'
import { NEVER } from '@/lib/http/caching'
import { ApiProblem, problemResponse, unavailable } from '@/lib/http/problem'
import { readBody } from '@/lib/http/read-body'
import { inTurn } from '@/lib/import/http/answer-with-token'
import { logWarning } from '@/lib/log/log'
import { listWeekTexts } from '@/lib/texts/list-week-texts'
import type { WeekText } from '@/lib/texts/week-text'
import { formTexts } from './form-texts'
import { textsParameters } from './texts-parameters'

/** All texts of a week of fifty factors at their longest; each character may be nine bytes of a form. */
const BYTES_MAX = 4 * 1024 * 1024

const sentTexts = z.object({ base: z.int().min(0), content: z.unknown() })

interface Asked {
  week: EditedWeek
  /** Who writes. */
  by: string
  parameters: NonNullable<ReturnType<typeof textsParameters>>
}

/** Answers `POST /api/texts/DATE`: saves the texts of a week as its next revision. */
export function answerSave(request: Request, date: string): Promise<Response> {
  return answerWriter(request, date, async (asked) => {
    const type = request.headers.get('content-type') ?? ''
    const body = await readBody(request, { what: 'the texts', bytesMax: BYTES_MAX })
    return type.startsWith('application/json') ? saveJson(asked, body.toString()) : saveForm(asked, body, type)
  })
}

/** Answers `GET /api/texts/DATE`: what is newer than a revision, and who else has the page open. */
export function answerNews(request: Request, date: string): Promise<Response> {
  return answerWriter(request, date, async (asked) => {
    const { market, asOf } = asked.week
    const [newest] = await listWeekTexts({ market, asOf })
    const known = asked.parameters.revision ?? 0
    const isNewer = newest !== undefined && newest.revision > known
    return send(200, { newest: isNewer ? withTexts(newest) : null, saved: null, notes: null, others: othersOf(asked) })
  })
}

/** Lets a page of this server ask for somebody who may write. */
async function answerWriter(
  request: Request,
  date: string,
  run: (asked: Asked) => Promise<Response>,
): Promise<Response> {
  try {
    // Another site could send texts, but not read an answer.
    if (request.method !== 'GET' && !isFromOwnPage(request)) {
      throw new ApiProblem(403, 'This can be sent from a page of this server alone.')
    }
    const writer = whoMayLoad(request.headers.get('x-forwarded-for'))
    if (writer === null) throw new ApiProblem(403, 'You may not write texts on this server.')
    const parameters = textsParameters(request)
    if (parameters === null) throw new ApiProblem(400, 'The address has a wrong parameter.')
    const week = await findEditedWeek({ ...parameters, date, market: parameters.market })
    if (week === null) throw new ApiProblem(404, 'There is no report of this week.')
    const answer = () => inTurn(null, () => run({ week, by: writer.name, parameters }))
    return await asLoader(writer, request, answer)
  } catch (error) {
    if (error instanceof ApiProblem) return problemResponse(error)
    logWarning('The texts of a week could not be answered', error)
    return unavailable()
  }
}

async function saveJson(asked: Asked, body: string): Promise<Response> {
  const { week, by, parameters } = asked
  const sent = sentTexts.safeParse(parseJson(body)).data
  if (sent === undefined) throw new ApiProblem(400, 'Send {"base": 3, "content": …}.')
  const outcome = await saveTexts(week, { ...sent, savedBy: by })
  const others = othersOf(asked)
  switch (outcome.kind) {
    case 'no-base':
      throw new ApiProblem(400, `The week has no revision ${sent.base}.`)
    case 'refused':
      return Response.json(
        { notes: problemNotes(outcome.problems, parameters.locale) },
        { status: 422, headers: { 'cache-control': NEVER } },
      )
    case 'conflict':
      return send(409, { newest: withTexts(outcome.newest), saved: null, notes: null, others })
    case 'saved': {
      const { content } = outcome.revision
      const notes = figureNotes(content, await getDraftedReports(week), parameters.locale)
      return send(200, { newest: null, saved: savedByOf(outcome.revision), notes, others })
    }
  }
}

/** Saves a form, and leads to the page: with what was sent when it could not be saved. */
async function saveForm({ week, by, parameters }: Asked, body: Buffer<ArrayBuffer>, type: string): Promise<Response> {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
  const base = z.coerce.number().int().min(0).safeParse(form?.get('base')).data
  if (form === null || base === undefined) throw new ApiProblem(400, 'The body is not the form of the page.')
  const { market, asOf } = week
  const back = (query: Record<string, string>) => {
    const { convention } = week
    const own = { ...query, ...(parameters.market && { market }), ...(convention !== 'arithmetic' && { convention }) }
    const location = `${localePrefix(parameters.locale)}/weeks/${asOf}/edit?${new URLSearchParams(own)}`
    return new Response(null, { status: 303, headers: { location, 'cache-control': NEVER } })
  }
  const content = await contentOf(form, week)
  const outcome = await saveTexts(week, { base, content, savedBy: by })
  if (outcome.kind === 'no-base') throw new ApiProblem(400, `The week has no revision ${base}.`)
  if (outcome.kind === 'saved') return back({ done: 'saved' })
  return back({ kept: await keepWriting({ by, market, asOf, base, content }) })
}

/** Returns the texts of a form, or those of the revision that it wants to be saved again. */
async function contentOf(form: FormData, week: EditedWeek) {
  const wanted = form.get('takeBack')
  if (wanted === null) return formTexts(form, draftedOf(await getDraftedReports(week)))
  const found = (await listWeekTexts(week)).find(({ revision }) => String(revision) === wanted)
  if (found === undefined) throw new ApiProblem(400, 'The week has no such revision.')
  return found.content
}

function othersOf({ week, by, parameters: { page } }: Asked): string[] {
  return page === undefined ? [] : notePresence(`${week.market} ${week.asOf}`, page, by)
}

function withTexts(revision: WeekText): NonNullable<EditorAnswer['newest']> {
  return { ...savedByOf(revision), content: revision.content }
}

function send(status: number, answer: EditorAnswer): Response {
  return Response.json(answer, { status, headers: { 'cache-control': NEVER } })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
