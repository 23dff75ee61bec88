import { userInfo } from 'node:os'
import { basename } from 'node:path'
import { today as todaysDate } from '@/lib/base/today'
import type { Query } from '@/lib/db/query'
import { findLateInceptions } from '@/lib/import/check/find-late-starts'
import { queryOf, readSeriesCatalogue, type SeriesCatalogue } from '@/lib/import/check/series-catalogue'
import { sourceOf } from '@/lib/import/layout/given-columns'
import { plainKindOf } from '@/lib/import/layout/plain-csv'
import type { Unit } from '@/lib/import/layout/unit'
import { FaultLog } from '@/lib/import/outcome/fault'
import type { GivenColumn } from '@/lib/import/outcome/given-column'
import type { HoldRule } from '@/lib/import/outcome/hold'
import { emptyOutcome, type ImportOutcome, isRefused } from '@/lib/import/outcome/import-outcome'
import type { OnProgress } from '@/lib/import/parse/progress'
import { readContent } from '@/lib/import/parse/read-content'
import type { DeclaredKind } from '@/lib/import/parse/read-file'
import type { BeforeCommit, LoadSource } from '@/lib/import/write/load'
import { inSession } from '@/lib/import/write/load-session'
import { readSource } from '@/lib/import/write/read-source'
import { rememberedColumns } from '@/lib/import/write/remembered-columns'
import { type LoadedCatalogue, loadCatalogues } from './load-catalogues'
import type { LoadContext, LoadFile } from './load-context'
import { loadReturns } from './load-returns'

export interface NamedFile {
  path: string
  /** Name of the file, if it differs from that in the path. */
  name?: string
  /** Meanings given to its columns; when not given, those of the last load from the same source. */
  columns?: readonly GivenColumn[]
}

export interface LoadOptions {
  /** Who loads it; by default the user of this machine. */
  loadedBy?: string
  /** Whether the files hold synthetic demo data; the product then marks its figures as such. */
  isDemo?: boolean
  /** Whether to report what a load would do, and to write nothing. */
  dryRun?: boolean
  /** What the files are declared to hold; null when their columns decide. */
  as?: DeclaredKind | null
  /** The unit of their returns; null when the files decide. */
  unit?: Unit | null
  /** Rules of findings that do not stop the load; they are recorded with the versions. */
  accept?: readonly HoldRule[]
  /** Whether warnings stop the load too. */
  strict?: boolean
  /** Why the files are loaded, such as why findings were accepted; the versions record it. */
  reason?: string | null
  /** ISO date after which there can be no return; today in Shanghai when not given. */
  today?: string
  /** Runs before new versions are committed, in their transaction. */
  beforeCommit?: BeforeCommit<ImportOutcome[]>
  /**
   * Reads what a dry run without faults wrote, before it is rolled back. The outcomes have the numbers that their
   * versions have meanwhile; held files are among them.
   */
  beforeRollback?: (query: Query, outcomes: ImportOutcome[]) => Promise<void>
  /** Receives what the load is doing. */
  onProgress?: OnProgress
}

/**
 * Loads returns, quality series and catalogues from files of any format, as one load: in one transaction, catalogues
 * first, each file that changes anything as a data version. Writes all of them, or nothing when any has a fault or a
 * finding that nobody accepted; then returns the outcomes of those files alone. The same files loaded again change nothing.
 * Throws the error of the file system when a file cannot be read, and a DatabaseFailure.
 */
export async function importFiles(
  files: readonly NamedFile[],
  {
    loadedBy = userInfo().username,
    isDemo = false,
    dryRun = false,
    as = null,
    unit = null,
    accept = [],
    strict = false,
    reason = null,
    today = todaysDate(),
    beforeCommit,
    beforeRollback,
    onProgress = () => {},
  }: LoadOptions,
): Promise<ImportOutcome[]> {
  const accepted = [...new Set(accept)].sort()
  const described = { isDemo, loadedBy, declaredAs: as, declaredUnit: unit, accepted, reason }
  const sources: LoadSource[] = []
  const unmapped: LoadSource[] = []
  for (const { path, name = basename(path), columns } of files) {
    const source = await readSource(path, { ...described, name, declaredColumns: columns ?? [] })
    if (columns === undefined && plainKindOf(source.bytes) === null) unmapped.push(source)
    sources.push(source)
  }
  return inSession<ImportOutcome[]>(async (client) => {
    for (const source of unmapped) {
      source.declaredColumns = await rememberedColumns(queryOf(client), sourceOf(source.name))
    }
    const context = { client, declared: { as, unit, today }, dryRun, onProgress }
    const outcomes = await loadAll(context, sources.map(unread), { strict })
    if (dryRun && outcomes.every(({ faultCount }) => faultCount === 0)) {
      await beforeRollback?.(queryOf(client), outcomes)
    }
    const refused = outcomes.filter(isRefused)
    if (refused.length > 0) return { result: refused.map(withoutVersion), commit: false }
    if (dryRun) return { result: outcomes.map(withoutVersion), commit: false }
    if (outcomes.every(({ version }) => version === null)) return { result: outcomes, commit: false }
    await beforeCommit?.((statement, parameters) => client.query(statement, parameters), outcomes)
    return { result: outcomes, commit: true }
  })
}

function withoutVersion(outcome: ImportOutcome): ImportOutcome {
  return { ...outcome, version: null }
}

/**
 * Writes all files. Returns their outcomes in their order, or those of refused catalogues: returns are not checked against
 * a catalogue with faults.
 */
async function loadAll(
  context: LoadContext,
  files: readonly LoadFile[],
  { strict }: { strict: boolean },
): Promise<ImportOutcome[]> {
  const unsure = files.filter((file) => !areReturns(file, context))
  const before = unsure.length === 0 ? null : await readSeriesCatalogue(queryOf(context.client))
  if (before !== null) for (const file of unsure) await readFile(context, file, before)
  const unreadable = files.filter(({ faults }) => faults.isOfCatalogue && faults.count > 0)
  if (unreadable.length > 0) return unreadable.map(({ faults }) => emptyOutcome(faults, context.dryRun))
  const catalogues = files.flatMap(({ source, faults, content }) =>
    content?.type === 'catalogue' ? [{ source, faults, catalogue: content.catalogue }] : [],
  )
  const loaded = await loadCatalogues(context, catalogues)
  const ofCatalogues = [...loaded.values()].map(({ outcome }) => outcome)
  if (ofCatalogues.some(isRefused)) return ofCatalogues
  const returns = files.filter(({ faults }) => !faults.isOfCatalogue)
  const isNews = ofCatalogues.some(({ version }) => version !== null)
  const catalogue = before === null || isNews ? await readSeriesCatalogue(queryOf(context.client)) : before
  const outcomes = await loadReturns(context, isNews ? returns.map(({ source }) => unread(source)) : returns, {
    strict,
    catalogue,
  })
  for (const [source, written] of loaded) outcomes.set(source, await withLateInceptions(context, written, catalogue))
  return files.flatMap(({ source }) => outcomes.get(source) ?? [])
}

/** Adds the warnings about inceptions that a catalogue changed. The returns of the load are written already. */
async function withLateInceptions(
  { client }: LoadContext,
  { outcome, inceptions }: LoadedCatalogue,
  catalogue: SeriesCatalogue,
): Promise<ImportOutcome> {
  const { version, warnings } = outcome
  if (version === null) return outcome
  const all = [...warnings, ...(await findLateInceptions(queryOf(client), { version, inceptions, catalogue }))]
  return { ...outcome, warnings: all, warningCount: all.length }
}

/** Returns whether a file is known to hold returns before it is read. */
function areReturns({ source }: LoadFile, { declared: { as } }: LoadContext): boolean {
  return as === 'returns' || (as === null && plainKindOf(source.bytes) !== null)
}

async function readFile(
  { declared, onProgress }: LoadContext,
  file: LoadFile,
  catalogue: SeriesCatalogue,
): Promise<void> {
  const { source, faults } = file
  onProgress(`${source.name}: reading ${(source.bytes.length / 1e6).toFixed(1)} MB`)
  file.content = await readContent(source.bytes, { ...declared, catalogue, columns: source.declaredColumns }, faults)
}

/** Returns a file that is to be read, for the first time or with another catalogue than before. */
function unread(source: LoadSource): LoadFile {
  return { source, faults: new FaultLog(source.name, source.declaredColumns), content: null }
}
