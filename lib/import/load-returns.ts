/** Loads the files of returns and coefficients of a load, each as if those before it had been loaded. */
import { columnsOf, RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { isLikeStored } from '@/lib/import/check/check-against-stored'
import { locationText } from '@/lib/import/check/check-rows'
import { faultOf, findUnequalSums } from '@/lib/import/check/check-sums'
import { findLeftOut } from '@/lib/import/check/find-left-out'
import { findRowWarnings, findSeriesWarnings } from '@/lib/import/check/find-warnings'
import type { ReturnBatch, RowKey, RowLocation } from '@/lib/import/check/return-batch'
import { queryOf, type SeriesCatalogue } from '@/lib/import/check/series-catalogue'
import { findHolds } from '@/lib/import/hold/find-holds'
import { heldWarnings } from '@/lib/import/hold/held-warnings'
import { plainTable } from '@/lib/import/layout/describe-table'
import { FaultLog, KEPT_MAX } from '@/lib/import/outcome/fault'
import type { Hold } from '@/lib/import/outcome/hold'
import { emptyOutcome, type ImportOutcome, type SeriesOutcome } from '@/lib/import/outcome/import-outcome'
import type { Warning } from '@/lib/import/outcome/warning'
import { progressOf, rowsText } from '@/lib/import/parse/progress'
import { readContent } from '@/lib/import/parse/read-content'
import type { FileSettings } from '@/lib/import/parse/read-file'
import { type Conflict, findConflicts, rememberGiven } from '@/lib/import/write/given-rows'
import { beginKeeping } from '@/lib/import/write/keep-source'
import { type LoadSource, nextVersion } from '@/lib/import/write/load'
import { stagePlain } from '@/lib/import/write/stage-plain'
import { stageBatch } from '@/lib/import/write/stage-rows'
import { countStaged, writeStaged } from '@/lib/import/write/write-returns'
import type { LoadContext, LoadFile } from './load-context'

/** Warnings of a file that are kept in full. */
const WARNINGS_MAX = 1_000

/** A file whose rows are written, until its warnings are complete. */
interface Written {
  kind: ReturnKind
  file: LoadFile
  outcome: ImportOutcome
  warnings: Warning[]
  holds: Hold[]
}

interface Options {
  /** The known series. */
  catalogue: SeriesCatalogue
  /** Whether warnings hold the load too. */
  strict: boolean
}

/**
 * Writes the rows of files, each as a data version if any row is new or restated. A row that two files have with different
 * values is a fault of the later one. Warnings about gaps and ends are found when all files are written. Returns an
 * outcome for each file; the caller commits nothing when any is refused. Contributions are held against the excess of their
 * day when all files are written, since one file may bring what another needs.
 */
export async function loadReturns(
  context: LoadContext,
  files: readonly LoadFile[],
  { catalogue, strict }: Options,
): Promise<Map<LoadSource, ImportOutcome>> {
  const done = new Map<LoadSource, Written | ImportOutcome>()
  const first = await nextVersion(queryOf(context.client))
  for (const file of files) done.set(file.source, await loadFile(context, file, { files, catalogue }))
  await checkSums(context, { first, catalogue, written: [...done.values()].filter((result) => 'kind' in result) })
  const reported = new Set<string>()
  const outcomes = new Map<LoadSource, ImportOutcome>()
  for (const [source, result] of done) {
    outcomes.set(
      source,
      'kind' in result ? await finish(context, source, result, { catalogue, reported, strict }) : result,
    )
  }
  return outcomes
}

interface Together {
  files: readonly LoadFile[]
  catalogue: SeriesCatalogue
}

/** Writes the rows of a file. Returns the outcome of a file that has faults. */
async function loadFile(
  { client, declared, dryRun, onProgress }: LoadContext,
  file: LoadFile,
  { files, catalogue }: Together,
): Promise<Written | ImportOutcome> {
  const { source, faults } = file
  const ofFile = progressOf(source.name, onProgress)
  const settings = { ...declared, catalogue, columns: source.declaredColumns }
  const keep = await beginKeeping(client, source)
  const staged = await stage({ client, file, settings }, ofFile)
  if (staged !== null) await checkStaged({ client, file, settings }, { files, staged })
  if (staged === null || faults.count > 0) return emptyOutcome(faults, dryRun)
  const { kind } = staged
  const series = await countStaged(client, kind)
  if (faults.tables.length === 0) faults.tables = [plainTable(kind, columnsOf(kind), rowsOf(series))]
  const warnings = await findRowWarnings(client, kind, series)
  const holds = await findHolds(client, kind, series)
  ofFile(`writing ${rowsText(series.reduce((rows, { rowsNew, rowsRestated }) => rows + rowsNew + rowsRestated, 0))}`)
  const written = await writeStaged(client, { kind, series, source })
  if (written.version !== null) await keep()
  return { kind, file, outcome: { ...emptyOutcome(faults, dryRun), ...written, series }, warnings, holds }
}

function rowsOf(series: readonly SeriesOutcome[]): number {
  return series.reduce((sum, own) => sum + own.rowsNew + own.rowsRestated + own.rowsUnchanged, 0)
}

type Staged = Pick<ReturnBatch, 'kind' | 'percent'>

interface Reading {
  client: LoadContext['client']
  file: LoadFile
  settings: FileSettings
}

/** Fills `staged` and `staged_series`. Returns null when the file has faults, which its log then holds. */
async function stage(
  { client, file, settings }: Reading,
  onProgress: LoadContext['onProgress'],
): Promise<Staged | null> {
  const { source, faults } = file
  if (faults.count > 0) return null
  onProgress('reading')
  const plain = file.content === null ? await stagePlain(client, source.bytes, settings, onProgress) : null
  if (plain !== null) return { kind: plain, percent: null }
  const content = file.content ?? (await readContent(source.bytes, settings, faults))
  if (content?.type !== 'returns' || faults.count > 0) return null
  onProgress(`${rowsText(content.batch.codes.length)} read, checking`)
  await stageBatch(client, content.batch)
  return content.batch
}

/** Compares the staged rows with the store and with the other files of the load. */
async function checkStaged(
  { client, file, settings }: Reading,
  { files, staged }: { files: readonly LoadFile[]; staged: Staged },
) {
  const { faults } = file
  for (const fault of await findLeftOut(client, staged.kind)) faults.add(fault)
  await isLikeStored(client, staged, faults)
  if (files.length === 1) return
  const { conflicts, count } = await findConflicts(client, staged.kind)
  if (count > 0) await reportConflicts({ client, file, settings }, { files, kind: staged.kind, conflicts, count })
  await rememberGiven(client, staged.kind, files.indexOf(file))
}

interface Found {
  files: readonly LoadFile[]
  kind: ReturnKind
  conflicts: Conflict[]
  count: number
}

interface WrittenFiles {
  /** The first version of the load. */
  first: number
  written: readonly Written[]
  catalogue: SeriesCatalogue
}

/** Adds a fault for each day whose contributions do not add up, to the file that made it so. */
async function checkSums(context: LoadContext, { first, written, catalogue }: WrittenFiles): Promise<void> {
  const unequal = await findUnequalSums(queryOf(context.client), first)
  for (const { outcome, file } of written) {
    const own = unequal.filter(({ version }) => version === outcome.version)
    if (own.length === 0) continue
    const settings = { ...context.declared, catalogue, columns: file.source.declaredColumns }
    const places = await locate(file, settings, own.slice(0, KEPT_MAX))
    for (const [index, found] of own.entries()) {
      const { sheet = null, line = null } = places[index] ?? {}
      file.faults.add({ sheet, row: line, ...faultOf(found) })
    }
  }
}

/** Adds a fault for each row on which two files disagree, with its place in both. */
async function reportConflicts({ file, settings }: Reading, { files, kind, conflicts, count }: Found): Promise<void> {
  const here = await locate(file, settings, conflicts)
  const there = new Map<LoadFile, (RowLocation | null)[]>()
  for (const [index, { file: at, date, code, before, after }] of conflicts.entries()) {
    const other = files[at]
    if (other === undefined) throw new RangeError(`There is no file ${at} among the ${files.length} of the load.`)
    const places =
      there.get(other) ?? (await locate(other, { ...settings, columns: other.source.declaredColumns }, conflicts))
    there.set(other, places)
    const [own, place] = [here[index] ?? null, places[index] ?? null]
    const remedy = `${other.source.name}${place === null ? '' : `, ${locationText(place)}`} has ${shown(kind, before)} and this file ${shown(kind, after)}: keep one of the two.`
    file.faults.add({
      ...{ sheet: own?.sheet ?? null, row: own?.line ?? null, value: `${date} ${code}` },
      ...{ rule: 'files-disagree', remedy },
    })
  }
  if (conflicts.length === KEPT_MAX) file.faults.addCount(count - conflicts.length)
}

/** Reads a file once more, to find the places of rows in it. */
async function locate(
  { source }: LoadFile,
  settings: FileSettings,
  rows: readonly RowKey[],
): Promise<(RowLocation | null)[]> {
  const wanted = rows.map(({ date, code }) => ({ date, code }))
  const content = await readContent(source.bytes, { ...settings, locate: wanted }, new FaultLog(source.name))
  return content?.type === 'returns' ? content.batch.located : []
}

/** Writes the values of a row: "long 0.01, short 0.02". */
function shown(kind: ReturnKind, values: (string | null)[]): string {
  return RETURN_KINDS[kind].legs.map(({ column }, index) => `${column} ${values[index] ?? 'empty'}`).join(', ')
}

interface Finishing {
  catalogue: SeriesCatalogue
  /** Warnings about series that files before this one have. */
  reported: Set<string>
  strict: boolean
}

/** Adds the warnings about series, and decides what holds the file. */
async function finish(
  { client, declared }: LoadContext,
  { accepted }: LoadSource,
  { kind, file: { faults }, outcome, warnings, holds }: Written,
  { catalogue, reported, strict }: Finishing,
): Promise<ImportOutcome> {
  const lives = catalogue[RETURN_KINDS[kind].section]
  const given = { kind, version: outcome.version, series: outcome.series, lives, today: declared.today }
  const ofSeries = (await findSeriesWarnings(client, given)).filter((warning) => !reported.has(JSON.stringify(warning)))
  for (const warning of ofSeries) reported.add(JSON.stringify(warning))
  const all = [...ofSeries, ...warnings]
  const found = [...holds, ...(strict ? heldWarnings(all) : [])]
  return {
    ...{ ...outcome, faults: faults.kept, faultCount: faults.count },
    warnings: all.slice(0, WARNINGS_MAX),
    warningCount: all.length,
    holds: found.filter(({ rule }) => !accepted.includes(rule)),
  }
}
