import { z } from 'zod'
import { type EntryKind, entryRow } from '@/lib/catalogue/catalogue-entry'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { KINDS, RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import type { Prisma } from '@/lib/db/generated/prisma/client'
import { withAssumed } from '@/lib/import/check/assumed-catalogue'
import { checkCatalogue } from '@/lib/import/check/check-catalogue'
import { checkStoredRows } from '@/lib/import/check/check-stored-rows'
import type { Query } from '@/lib/import/check/series-catalogue'
import { readStoredCatalogue } from '@/lib/import/check/stored-catalogue'
import { FAULT_RULES, FaultLog } from '@/lib/import/outcome/fault'
import { type Execute, inLoad } from '@/lib/import/write/load'
import { rememberCatalogue } from '@/lib/import/write/remember-catalogue'
import { compareCatalogues, writeCatalogue } from '@/lib/import/write/write-catalogue'
import { nextVersion, openWithdrawal, type WithdrawalOptions, WithdrawalRefusal } from './open-withdrawal'
import { CATALOGUE_TABLE, planWithdrawal } from './plan-withdrawal'
import type { WithdrawalOrder } from './withdrawal-order'
import { LISTED_MAX, type WithdrawalOutcome } from './withdrawal-outcome'

type Transaction = Prisma.TransactionClient

const entry = z.record(z.string(), z.unknown()).nullable()

const planned = z.object({
  kind: z.enum(['market', 'family', 'factor', 'portfolio', 'report_issue']),
  key: z.string(),
  target: z.int().nullable(),
  version: z.int(),
  before: entry,
  after: entry,
})

type PlannedEntry = z.infer<typeof planned>

const REASONS_MAX = 10

/**
 * Withdraws entries of the catalogue, as `withdraw` describes. Refuses it when a series that would go has rows in any
 * version, when an entry that stays refers to one that would go, or when an earlier entry contradicts what is stored.
 */
export function withdrawEntries(
  order: WithdrawalOrder & { version: number | null },
  { loadedBy, dryRun, beforeCommit }: WithdrawalOptions,
): Promise<WithdrawalOutcome> {
  return inLoad(async (tx) => {
    const query: Query = (statement, parameters) => tx.$queryRawUnsafe(statement, ...parameters)
    const execute: Execute = (statement, parameters) => tx.$executeRawUnsafe(statement, ...parameters)
    const version = await nextVersion(query)
    await planWithdrawal(query, CATALOGUE_TABLE, order, version - 1)
    const plan = z.array(planned).parse(await query(PLAN, []))
    const changing = plan.filter(({ target }) => target !== null)
    const outcome = outcomeOf(plan, order, dryRun)
    if (changing.length === 0) return outcome
    const removed = changing.filter(({ after }) => after === null)
    const stored = await readStoredCatalogue(tx)
    const staying = without(stored, removed)
    const restored = sectionsOf(changing)
    await assertIndependent(tx, removed, { stored, staying, restored })
    if (dryRun) return outcome
    const { rowsWithdrawn, rowsRestated, rowsNew, rowsUnchanged } = outcome
    const counts = { rowsWithdrawn, rowsRestated, rowsNew, rowsUnchanged }
    await openWithdrawal(execute, version, { order, loadedBy, counts, series: [] })
    await writeCatalogue(tx, compareCatalogues(restored, staying))
    for (const gone of inOrder(removed)) await tx.$executeRawUnsafe(DELETE[gone.kind], gone.key)
    await rememberCatalogue(tx, version)
    const result = { ...outcome, version }
    await beforeCommit?.(execute, result)
    return result
  })
}

const PLAN = `
  select kind, key, target, last_change as version,
         case when has_now then now_entry end       as before,
         case when has_before then before_entry end as after
  from ${CATALOGUE_TABLE.plan}
  order by kind, key`

function outcomeOf(plan: PlannedEntry[], { version, reason }: WithdrawalOrder, dryRun: boolean): WithdrawalOutcome {
  const changing = plan.filter(({ target }) => target !== null)
  const kept = plan.filter(({ target }) => target === null)
  return {
    ...{ dryRun, version: null, withdrawnVersion: version, reason },
    rowsWithdrawn: changing.filter(({ after }) => after === null).length,
    rowsRestated: changing.filter(({ before, after }) => before !== null && after !== null).length,
    rowsNew: changing.filter(({ before }) => before === null).length,
    rowsUnchanged: kept.length,
    ...{ series: [], changes: [], kept: [], weeks: [], newestDays: [] },
    entries: changing.slice(0, LISTED_MAX).map(({ kind, key, before, after }) => ({ kind, key, before, after })),
    keptEntries: kept.slice(0, LISTED_MAX).map(({ kind, key, version: by }) => ({ kind, key, version: by })),
  }
}

/** The statement that removes an entry from the table of its kind. */
const DELETE: Record<EntryKind, string> = {
  portfolio: 'delete from portfolio where code = $1',
  factor: 'delete from factor where code = $1',
  family: 'delete from family where code = $1',
  market: 'delete from market where code = $1',
  report_issue: 'delete from report_issue where week_end = $1::date',
}

/** Portfolios refer to factors, and both to families and markets. */
function inOrder(removed: PlannedEntry[]): PlannedEntry[] {
  const order = Object.keys(DELETE)
  return removed.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
}

/** Returns a catalogue without the entries that would go. */
function without(stored: CatalogueFile, removed: PlannedEntry[]): CatalogueFile {
  const stays = (kind: EntryKind, key: string) => !removed.some((own) => own.kind === kind && own.key === key)
  return {
    markets: stored.markets.filter(({ code }) => stays('market', code)),
    families: stored.families.filter(({ code }) => stays('family', code)),
    factors: stored.factors.filter(({ code }) => stays('factor', code)),
    portfolios: stored.portfolios.filter(({ code }) => stays('portfolio', code)),
    reportIssues: stored.reportIssues.filter(({ weekEnd }) => stays('report_issue', weekEnd)),
  }
}

/** Returns the earlier entries in the form of a catalogue file. */
function sectionsOf(changing: PlannedEntry[]): CatalogueFile {
  const earlier = <Kind extends EntryKind>(kind: Kind) =>
    changing.flatMap((own) => (own.kind === kind && own.after !== null ? [entryRow(kind, own.after)] : []))
  return {
    markets: earlier('market'),
    families: earlier('family'),
    factors: earlier('factor'),
    portfolios: earlier('portfolio'),
    reportIssues: earlier('report_issue'),
  }
}

interface Catalogues {
  stored: CatalogueFile
  /** What is stored, without the entries that would go. */
  staying: CatalogueFile
  /** The earlier entries. */
  restored: CatalogueFile
}

async function assertIndependent(
  tx: Transaction,
  removed: PlannedEntry[],
  { stored, staying, restored }: Catalogues,
): Promise<void> {
  const faults = new FaultLog('catalogue')
  checkCatalogue(restored, staying, faults)
  await checkStoredRows(restored, { tx, stored, faults })
  const reasons = [
    ...(await rowsOf(tx, removed)),
    ...referencesTo(removed, withAssumed(staying, [restored])),
    ...faults.kept.map(({ column, value, rule, remedy }) => `${column} ${value}: ${FAULT_RULES[rule]}. ${remedy}`),
  ]
  if (reasons.length === 0) return
  const rest = reasons.length - REASONS_MAX
  throw new WithdrawalRefusal(
    ['The catalogue cannot go back:', ...reasons.slice(0, REASONS_MAX), ...(rest > 0 ? [`and ${rest} more`] : [])].join(
      '\n  ',
    ),
  )
}

const rowCount = z.array(z.object({ code: z.string(), rows: z.int(), versions: z.string() }))

/** Rows of any version keep their series, also withdrawn ones: they are shown as of those versions. */
async function rowsOf(tx: Transaction, removed: PlannedEntry[]): Promise<string[]> {
  const codes = removed.filter(({ kind }) => kind === 'factor' || kind === 'portfolio').map(({ key }) => key)
  const found = rowCount.parse(await tx.$queryRawUnsafe(ROWS, codes))
  return found.map(
    ({ code, rows, versions }) => `${code} has ${rows} rows, from version ${versions} on; it can only be corrected.`,
  )
}

const ROWS = `
  select code, count(*)::int as rows, min(since_version)::text as versions
  from (${KINDS.map((kind) => {
    const { table, codeColumn } = RETURN_KINDS[kind]
    return `select ${codeColumn} as code, since_version from ${table} where ${codeColumn} = any($1::text[])`
  }).join(' union all ')}) as own
  group by code
  order by code`

function referencesTo(removed: PlannedEntry[], { factors, portfolios }: CatalogueFile): string[] {
  const isGone = (kind: EntryKind, key: string) => removed.some((own) => own.kind === kind && own.key === key)
  return [
    ...factors.flatMap(({ code, familyCode, marketCode }) => [
      ...(isGone('family', familyCode) ? [`factor ${code} is in the family ${familyCode}.`] : []),
      ...(isGone('market', marketCode) ? [`factor ${code} is in the market ${marketCode}.`] : []),
    ]),
    ...portfolios.flatMap(({ code, alphaFactorCode, marketCode }) => [
      ...(isGone('factor', alphaFactorCode) ? [`portfolio ${code} is based on the factor ${alphaFactorCode}.`] : []),
      ...(isGone('market', marketCode) ? [`portfolio ${code} is in the market ${marketCode}.`] : []),
    ]),
  ]
}
