import { z } from 'zod'
import { includesRole } from '@/lib/access/reader'
import { editionParameters, type PublishProblem } from '@/lib/address/parameters/edition-parameters'
import type { LoadProblem } from '@/lib/address/parameters/load-parameters'
import { pathWith } from '@/lib/address/parameters/packed'
import { isIsoDate } from '@/lib/base/dates'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { readLatestAnew } from '@/lib/db/latest-version'
import { answerForm, fieldOf, readFields } from '@/lib/desk/answer-form'
import { FormProblem } from '@/lib/desk/form-problem'
import type { Loader } from '@/lib/desk/who-may-load'
import { WARNING_RULES } from '@/lib/editions/edition-record'
import { pdfPool } from '@/lib/pdf/pdf-pool'
import { getShownTexts } from '@/lib/texts/get-shown-texts'
import { findPublishedWeek, PublishRefusal } from './find-published-week'
import type { MakeDocument } from './freeze-documents'
import { publish } from './publish'
import { ACTIONS, publishOrder } from './publish-order'
import { textsChecksum } from './week/texts-checksum'

/** What a page showed when its form was sent: an order about anything else is not carried out. */
const shownSchema = z.object({
  action: z.enum(ACTIONS),
  /** The newest data version. */
  against: z.coerce.number().int().min(1),
  /** Number of the newest edition of the week; 0 before the first. */
  edition: z.coerce.number().int().min(0),
  /** SHA-256 of what the desk wrote of the week. */
  texts: z.string(),
})

/** Makes a document in another process, as the downloads do. */
const inPool: MakeDocument = async (order) => (await pdfPool.run(async () => order)).bytes

/**
 * Answers `POST /api/publications/DATE`, the form of the page of a week's editions: carries out the order as the command does, and
 * leads back to the page, which says what was done or why nothing was. Fields: `do` (publish, review or withdraw), `market`, `convention`, `reason`, a
 * reason in `waive-RULE` for each warning, and what the page showed in `against`, `edition` and `texts`. Editors submit weeks; the rest is for publishers.
 */
export function answerPublicationForm(request: Request, date: string, make: MakeDocument = inPool): Promise<Response> {
  const market = new URL(request.url).searchParams.get('market')
  const pageWith = (own: { problem?: PublishProblem; done?: string }) =>
    pathWith(isIsoDate(date) ? `/weeks/${date}/editions` : '/weeks', isIsoDate(date) ? { market, ...own } : {})
  return answerForm(request, {
    key: 'publication in a browser',
    pathOf: (problem) => pageWith({ problem: problemOf(problem) }),
    carryOut: async (loader) => {
      const form = await readFields(request)
      try {
        return pageWith({ done: await carryOut(form, date, loader, make) })
      } catch (error) {
        if (error instanceof PublishRefusal) return pageWith({ problem: error.code })
        if (error instanceof NotPublisher) return pageWith({ problem: 'not-publisher' })
        throw error
      } finally {
        forgetLatestVersion()
      }
    },
  })
}

/** Returns the problem of the page of editions that stands for one of a form. */
function problemOf(problem: LoadProblem): PublishProblem {
  return editionParameters.shape.problem.safeParse(problem).data ?? 'bad-form'
}

/** Signals an editor who asks for more than a review. */
class NotPublisher extends Error {
  override name = 'NotPublisher'
}

async function carryOut(form: FormData, week: string, { name, reader }: Loader, make: MakeDocument) {
  const shown = shownSchema.safeParse({
    action: fieldOf(form, 'do'),
    against: fieldOf(form, 'against'),
    edition: fieldOf(form, 'edition'),
    texts: fieldOf(form, 'texts'),
  }).data
  if (shown === undefined) throw new FormProblem('bad-form')
  const { action } = shown
  if (action !== 'review' && reader !== null && !includesRole(reader.role, 'publisher')) throw new NotPublisher()
  const reason = fieldOf(form, action === 'withdraw' ? 'withdrawal' : 'reason')
  if (action === 'withdraw' && reason === '') throw new PublishRefusal('no-reason', 'A withdrawal needs a reason.')
  const order = publishOrder.safeParse({
    ...{ week, action, market: fieldOf(form, 'market') || null, reason: reason || null },
    ...(action === 'withdraw' ? {} : { convention: fieldOf(form, 'convention') }),
    waive: action === 'publish' ? waivedIn(form) : [],
  })
  if (!order.success) throw new FormProblem('bad-form')
  if ((await readLatestAnew()).id !== shown.against) throw meanwhile()
  const written = await getShownTexts(await findPublishedWeek(order.data))
  if (textsChecksum(written?.source) !== shown.texts) throw meanwhile()
  await publish(order.data, {
    ...{ publishedBy: name, dryRun: false, make },
    beforeCommit: async (_, { dataVersion, number }) => {
      const isShown = action === 'review' || number === shown.edition + 1
      if (!isShown || (action !== 'withdraw' && dataVersion !== shown.against)) throw meanwhile()
    },
  })
  return action
}

/** Returns the warnings for which the form gives a reason. */
function waivedIn(form: FormData) {
  return WARNING_RULES.flatMap((rule) => {
    const reason = fieldOf(form, `waive-${rule}`)
    return reason === '' ? [] : [{ rule, reason }]
  })
}

function meanwhile(): PublishRefusal {
  return new PublishRefusal('meanwhile', 'New data were loaded, or the editions changed, since the page was shown.')
}
