import { z } from 'zod'
import { type EntryKind, entryRow } from '@/lib/catalogue/catalogue-entry'
import type { CompleteCatalogue } from '@/lib/catalogue/catalogue-schema'
import { ENTRY_KINDS, entryKey, TABLELESS } from '@/lib/catalogue/entry-key'
import { KINDS, RETURN_KINDS, SERIES_TABLES } from '@/lib/catalogue/series-kinds'
import type { Query } from '@/lib/db/query'
import { withAssumed } from '@/lib/import/check/assumed-catalogue'
import { checkCatalogue } from '@/lib/import/check/check-catalogue'
import { checkStoredDays } from '@/lib/import/check/check-stored-days'
import { checkStoredRows } from '@/lib/import/check/check-stored-rows'
import { queryOf } from '@/lib/import/check/series-catalogue'
import { readStoredCatalogue } from '@/lib/import/check/stored-catalogue'
import { FaultLog } from '@/lib/import/outcome/fault'
import { type Execute, nextVersion } from '@/lib/import/write/load'
import { inSession } from '@/lib/import/write/load-session'
import { endTableless, rememberCatalogue, rememberTableless } from '@/lib/import/write/remember-catalogue'
import { compareCatalogues, writeCatalogue } from '@/lib/import/write/write-catalogue'
import { openWithdrawal, type WithdrawalOptions } from './open-withdrawal'
import { CATALOGUE_TABLE, planWithdrawal } from './plan-withdrawal'
import type { WithdrawalOrder } from './withdrawal-order'
import { LISTED_MAX, type WithdrawalOutcome } from './withdrawal-outcome'
import { type RefusalReason, WithdrawalRefusal } from './withdrawal-refusal'

const entry = z.record(z.string(), z.unknown()).nullable()

const planned = z.object({
  kind: z.enum(ENTRY_KINDS),
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
  return inSession(async (client) => {
    const query = queryOf(client)
    const execute: Execute = (statement, parameters) => client.query(statement, parameters)
    const version = await nextVersion(query)
    await planWithdrawal(query, CATALOGUE_TABLE, order, version - 1)
    const plan = z.array(planned).parse(await query(PLAN, []))
    const changing = plan.filter(({ target }) => target !== null)
    const outcome = outcomeOf(plan, order, dryRun)
    if (changing.length === 0) return { result: outcome, commit: false }
    const removed = changing.filter(({ after }) => after === null)
    const stored = await readStoredCatalogue(query)
    const staying = without(stored, removed)
    const restored = sectionsOf(changing)
    await assertIndependent(query, removed, { stored, staying, restored })
    if (dryRun) return { result: outcome, commit: false }
    const { rowsWithdrawn, rowsRestated, rowsNew, rowsUnchanged } = outcome
    const counts = { rowsWithdrawn, rowsRestated, rowsNew, rowsUnchanged }
    await openWithdrawal(client, version, { order, loadedBy, counts, series: [] })
    const changes = compareCatalogues(restored, staying)
    await writeCatalogue(execute, changes)
    for (const { statement, key } of inOrder(removed)) await execute(statement, [key])
    await rememberCatalogue(execute, version)
    await rememberTableless(execute, version, changes)
    for (const kind of TABLELESS) await endTableless(execute, version, kind, keysOf(removed, kind))
    const result = { ...outcome, version }
    await beforeCommit?.(execute, result)
    return { result, commit: true }
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
const DELETE: Record<Exclude<EntryKind, (typeof TABLELESS)[number]>, string> = {
  portfolio: 'delete from portfolio where code = $1',
  market_index: 'delete from market_index where code = $1',
  factor: 'delete from factor where code = $1',
  family: 'delete from family where code = $1',
  market: 'delete from market where code = $1',
  report_issue: 'delete from report_issue where week_end = $1::date',
}

/** Portfolios refer to factors, and all series to families or markets. */
function inOrder(removed: PlannedEntry[]): { statement: string; key: string }[] {
  return Object.entries(DELETE).flatMap(([kind, statement]) => keysOf(removed, kind).map((key) => ({ statement, key })))
}

function keysOf(removed: PlannedEntry[], kind: string): string[] {
  return removed.filter((own) => own.kind === kind).map(({ key }) => key)
}

/** Returns a catalogue without the entries that would go. */
function without(stored: CompleteCatalogue, removed: PlannedEntry[]): CompleteCatalogue {
  const gone = new Set(removed.map(({ kind, key }) => `${kind} ${key}`))
  const staying = <Row extends Parameters<typeof entryKey>[0]>(kind: EntryKind, rows: Row[]) =>
    rows.filter((row) => !gone.has(`${kind} ${entryKey(row)}`))
  return {
    markets: staying('market', stored.markets),
    families: staying('family', stored.families),
    factors: staying('factor', stored.factors),
    portfolios: staying('portfolio', stored.portfolios),
    indices: staying('market_index', stored.indices),
    reportIssues: staying('report_issue', stored.reportIssues),
    closures: staying('closure', stored.closures),
    aliases: staying('alias', stored.aliases),
    components: staying('component', stored.components),
  }
}

/** Returns the earlier entries in the form of a catalogue file. */
function sectionsOf(changing: PlannedEntry[]): CompleteCatalogue {
  const earlier = <Kind extends EntryKind>(kind: Kind) =>
    changing.flatMap((own) => (own.kind === kind && own.after !== null ? [entryRow(kind, own.after)] : []))
  return {
    markets: earlier('market'),
    families: earlier('family'),
    factors: earlier('factor'),
    portfolios: earlier('portfolio'),
    indices: earlier('market_index'),
    reportIssues: earlier('report_issue'),
    closures: earlier('closure'),
    aliases: earlier('alias'),
    components: earlier('component'),
  }
}

interface Catalogues {
  stored: CompleteCatalogue
  /** What is stored, without the entries that would go. */
  staying: CompleteCatalogue
  /** The earlier entries. */
  restored: CompleteCatalogue
}

async function assertIndependent(
  query: Query,
  removed: PlannedEntry[],
  { stored, staying, restored }: Catalogues,
): Promise<void> {
  const faults = new FaultLog('catalogue')
  checkCatalogue(restored, staying, faults)
  await checkStoredRows(restored, { query, stored, faults })
  await checkStoredDays(restored, { query, stored, faults })
  const reasons: RefusalReason[] = [
    ...(await rowsOf(query, removed)),
    ...(await contributionsOf(query, removed)),
    ...referencesTo(removed, withAssumed(staying, [restored])),
    ...faults.kept.map(({ column, value, rule, remedy }) => ({
      code: 'fault' as const,
      values: { column, value, rule, remedy },
    })),
  ]
  if (reasons.length === 0) return
  const rest = reasons.length - REASONS_MAX
  throw new WithdrawalRefusal(
    [...reasons.slice(0, REASONS_MAX), ...(rest > 0 ? [{ code: 'more' as const, values: { count: rest } }] : [])],
    'The catalogue cannot go back:',
  )
}

const isSeries = (kind: EntryKind) => Object.values<string>(SERIES_TABLES).includes(kind)

const rowCount = z.array(z.object({ code: z.string(), rows: z.int(), version: z.string() }))

/** Rows of any version keep their series, also withdrawn ones: they are shown as of those versions. */
async function rowsOf(query: Query, removed: PlannedEntry[]): Promise<RefusalReason[]> {
  const codes = removed.filter(({ kind }) => isSeries(kind)).map(({ key }) => key)
  const found = rowCount.parse(await query(ROWS, [codes]))
  return found.map(({ code, rows, version }) => ({ code: 'has-rows', values: { code, rows, version } }))
}

const ROWS = `
  select code, count(*)::int as rows, min(since_version)::text as version
  from (${KINDS.map((kind) => {
    const { table, codeColumn } = RETURN_KINDS[kind]
    return `select ${codeColumn} as code, since_version from ${table} where ${codeColumn} = any($1::text[])`
  }).join(' union all ')}) as own
  group by code
  order by code`

/** Contributions of any version keep the names of their components. */
async function contributionsOf(query: Query, removed: PlannedEntry[]): Promise<RefusalReason[]> {
  const found = usedComponents.parse(await query(USED_COMPONENTS, [keysOf(removed, 'component')]))
  return found.map(({ component }) => ({ code: 'has-contributions', values: { component } }))
}

const usedComponents = z.array(z.object({ component: z.string() }))

const USED_COMPONENTS = `
  select component
  from unnest($1::text[]) as component
  where exists (
    select from portfolio_contribution, jsonb_object_keys(contributions) as part
    where component = any(string_to_array(part, '/'))
  )
  order by component`

function referencesTo(removed: PlannedEntry[], { factors, portfolios, indices }: CompleteCatalogue): RefusalReason[] {
  const isGone = (kind: EntryKind, key: string) => removed.some((own) => own.kind === kind && own.key === key)
  const inMarket = (kind: 'factor' | 'portfolio' | 'index', code: string, market: string): RefusalReason[] =>
    isGone('market', market) ? [{ code: 'in-market', values: { kind, code, market } }] : []
  const inFamily = (code: string, family: string): RefusalReason[] =>
    isGone('family', family) ? [{ code: 'in-family', values: { code, family } }] : []
  const basedOn = (code: string, factor: string): RefusalReason[] =>
    isGone('factor', factor) ? [{ code: 'based-on', values: { code, factor } }] : []
  return [
    ...factors.flatMap(({ code, familyCode, marketCode }) => [
      ...inFamily(code, familyCode),
      ...inMarket('factor', code, marketCode),
    ]),
    ...portfolios.flatMap(({ code, alphaFactorCode, marketCode }) => [
      ...basedOn(code, alphaFactorCode),
      ...inMarket('portfolio', code, marketCode),
    ]),
    ...indices.flatMap(({ code, marketCode }) => inMarket('index', code, marketCode)),
  ]
}
