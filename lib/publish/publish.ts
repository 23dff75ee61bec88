import { LOCALES } from '@/lib/base/locale'
import { canonicalJson } from '@/lib/editions/canonical-json'
import type { EditionSummary, Waiver } from '@/lib/editions/edition-record'
import type { BeforeCommit } from '@/lib/import/write/load'
import { type ChangedFigure, changedTexts } from '@/lib/publish/week/compare-editions'
import { type DraftedWeek, draftWeek } from '@/lib/publish/week/draft-week'
import { blocks, type GateFinding } from '@/lib/publish/week/gate-rules'
import { getEditionContents } from '@/lib/publish/week/get-edition-contents'
import { thePublisher } from '@/lib/publisher/the-publisher'
import type { DeskTexts } from '@/lib/texts/desk-texts'
import { getShownTexts } from '@/lib/texts/get-shown-texts'
import { findPublishedWeek, type PublishedWeek, PublishRefusal } from './find-published-week'
import { freezeDocuments, type MakeDocument } from './freeze-documents'
import type { PublishOrder } from './publish-order'
import type { PublishOutcome } from './publish-outcome'
import { writeEdition, writeReview } from './write-edition'

export interface PublishOptions {
  /** Who publishes: a user of this machine or the name of a token. */
  publishedBy: string
  dryRun: boolean
  make: MakeDocument
  /** Runs before an edition is committed, in its transaction. */
  beforeCommit?: BeforeCommit<PublishOutcome>
}

/**
 * Carries out an order about a week of the newest data version: the next edition with its documents, a week submitted for
 * review, or a withdrawal. A dry run says what would happen, and what the gate finds. Throws a PublishRefusal.
 */
export async function publish(order: PublishOrder, options: PublishOptions): Promise<PublishOutcome> {
  const week = await findPublishedWeek(order)
  const drafted = await draftWeek({ ...week, convention: order.convention, publisher: options.publishedBy })
  if (order.action === 'withdraw') return withdraw(order, options, week, drafted)
  if (order.action === 'review') return submit(order, options, week, drafted)
  const { edition } = drafted
  if (edition !== null) await assertCorrection(order, week, drafted, edition)
  const planned = plan(order, week, drafted)
  const outcome: PublishOutcome = {
    ...planned,
    number: (edition?.number ?? 0) + 1,
    state: edition === null ? 'published' : 'corrected',
  }
  if (options.dryRun) return outcome
  assertReady(outcome)
  return write(order, options, week, drafted, outcome)
}

/** Makes the documents and writes the edition of an outcome. */
async function write(
  order: PublishOrder,
  { publishedBy, make, beforeCommit }: PublishOptions,
  week: PublishedWeek,
  { texts, figures, gate, draft, edition }: DraftedWeek,
  outcome: PublishOutcome,
): Promise<PublishOutcome> {
  const documents = await freezeDocuments(week, order.convention, make)
  await assertSameTexts(week, texts.desk)
  const { version, stamp, market, window, asOf } = week
  const listed = documents.map(({ content: _, ...document }) => document)
  const done = (hash: string) => ({ ...outcome, dryRun: false, version, documents: listed, hash })
  const hash = await writeEdition(
    {
      ...{ market, asOf, version, stamp, texts, figures, documents, publishedBy },
      windowKind: window,
      number: (edition?.number ?? 0) + 1,
      state: edition === null ? 'published' : 'corrected',
      convention: order.convention,
      publisher: thePublisher(),
      waivers: waiversOf(order, gate),
      reason: order.reason,
      draftedBy: draft?.state === 'in-review' ? draft.draftedBy : null,
      publishedAt: new Date().toISOString(),
    },
    async (execute, newest) => beforeCommit?.(execute, done(newest)),
  )
  return done(hash)
}

/** Refuses an edition whose documents may have other texts than the edition itself. */
async function assertSameTexts(
  { market, window, asOf, version }: PublishedWeek,
  desk: DeskTexts | undefined,
): Promise<void> {
  // A desk writes of weeks only.
  if (window !== 'week') return
  const now = await getShownTexts({ market, asOf, version })
  if (canonicalJson(now?.source ?? null) === canonicalJson(desk ?? null)) return
  throw new PublishRefusal('meanwhile', `Somebody has saved texts of ${asOf} meanwhile: look at them, then try again.`)
}

/** Returns the part of an outcome that is known before anything is written. */
function plan(
  { action, waive }: PublishOrder,
  { market, window, asOf, version }: PublishedWeek,
  { gate, changed }: DraftedWeek,
): Omit<PublishOutcome, 'number' | 'state'> {
  const reasons = new Map<string, string>(waive.map(({ rule, reason }) => [rule, reason]))
  // While a week is submitted for review, the finding that it was not is left out.
  const own = action === 'review' ? gate.en.filter(({ rule }) => rule !== 'review') : gate.en
  const found = own.map((finding) => ({
    rule: finding.rule,
    blocks: blocks(finding),
    series: finding.code,
    text: finding.text,
    waivedBecause: reasons.get(finding.rule) ?? null,
  }))
  const idle = waive.find(({ rule }) => found.every((finding) => finding.rule !== rule))
  if (idle)
    throw new PublishRefusal('idle-waiver', `The gate finds nothing under ${idle.rule}: there is nothing to waive.`)
  return {
    ...{ action, market, window, asOf, dataVersion: version, gate: found },
    ...{ dryRun: true, version: null, documents: [], hash: null },
    isReady: found.every((finding) => finding.waivedBecause !== null),
    changes: changed.map(changeOf),
  }
}

function changeOf({ code, ...change }: ChangedFigure): PublishOutcome['changes'][number] {
  return { series: code, ...change }
}

/** Refuses an edition that says nothing new, or that corrects the one before without saying why. */
async function assertCorrection(
  { reason, convention }: PublishOrder,
  { version, asOf }: PublishedWeek,
  { texts, changed }: DraftedWeek,
  edition: EditionSummary,
): Promise<void> {
  const before = await contentsOf(edition)
  const isSame =
    edition.state !== 'withdrawn' &&
    edition.version === version &&
    edition.convention === convention &&
    changed.length === 0 &&
    LOCALES.every((locale) => changedTexts(before.texts[locale], texts[locale], locale).length === 0)
  if (isSame) {
    throw new PublishRefusal('same', `Edition ${edition.number} of ${asOf} says the same: there is nothing to publish.`)
  }
  if (reason === null) {
    throw new PublishRefusal(
      'no-reason',
      `Edition ${edition.number} of ${asOf} is published: say why it is followed by another one (--reason).`,
    )
  }
}

async function contentsOf({ id }: EditionSummary) {
  const contents = (await getEditionContents([id])).get(id)
  if (contents === undefined) throw new Error(`edition ${id} has gone`)
  return contents
}

function assertReady({ gate }: PublishOutcome): void {
  const open = gate.filter((finding) => finding.blocks || finding.waivedBecause === null)
  if (open.length === 0) return
  const lines = open.map(({ rule, text, blocks: stops }) => `  ${stops ? 'blocks' : 'warns'}  ${rule}: ${text}`)
  throw new PublishRefusal(
    open.some(({ rule }) => rule === 'review') ? 'review' : 'gate',
    ['The gate is not passed: mend what blocks, and waive each warning by its rule with a reason.', ...lines].join(
      '\n',
    ),
  )
}

/** Returns the waived rules with what the gate said under them, in both languages. */
function waiversOf({ waive }: PublishOrder, gate: DraftedWeek['gate']): Waiver[] {
  return waive.map(({ rule, reason }) => ({
    rule,
    reason,
    findings: gate.en.flatMap((finding: GateFinding, index) =>
      finding.rule === rule ? [{ zh: gate.zh[index]?.text ?? finding.text, en: finding.text }] : [],
    ),
  }))
}

/** Submits a week for review. */
async function submit(
  order: PublishOrder,
  { publishedBy, dryRun, beforeCommit }: PublishOptions,
  week: PublishedWeek,
  drafted: DraftedWeek,
): Promise<PublishOutcome> {
  const planned: PublishOutcome = { ...plan(order, week, drafted), number: null, state: 'in-review' }
  if (dryRun) return planned
  const outcome = { ...planned, dryRun: false, version: week.version }
  await writeReview(week, publishedBy, async (execute) => beforeCommit?.(execute, outcome))
  return outcome
}

/** Withdraws the newest edition of a week: a further one without documents, which says why. */
async function withdraw(
  order: PublishOrder,
  { publishedBy, dryRun, beforeCommit }: PublishOptions,
  week: PublishedWeek,
  drafted: DraftedWeek,
): Promise<PublishOutcome> {
  const { edition } = drafted
  if (edition === null) {
    throw new PublishRefusal(
      'nothing-to-withdraw',
      `No edition of ${week.asOf} was published by hand: there is nothing to withdraw.`,
    )
  }
  if (edition.state === 'withdrawn')
    throw new PublishRefusal('withdrawn', `The ${week.window} of ${week.asOf} is withdrawn already.`)
  const { version: dataVersion, stamp, convention, market, asOf } = edition
  const number = edition.number + 1
  const planned: PublishOutcome = {
    ...{ ...plan(order, week, drafted), dataVersion, gate: [], changes: [] },
    ...{ isReady: true, number, state: 'withdrawn' },
  }
  if (dryRun) return planned
  const { texts, figures } = await contentsOf(edition)
  const done = (hash: string) => ({ ...planned, dryRun: false, version: dataVersion, hash })
  const hash = await writeEdition(
    {
      ...{ market, asOf, number, stamp, convention, publishedBy, reason: order.reason },
      ...{ state: 'withdrawn', version: dataVersion, documents: [], waivers: [], draftedBy: null },
      windowKind: week.window,
      ...{ texts, figures },
      publisher: thePublisher(),
      publishedAt: new Date().toISOString(),
    },
    async (execute, newest) => beforeCommit?.(execute, done(newest)),
  )
  return done(hash)
}
