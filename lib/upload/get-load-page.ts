import type { LoadProblem } from '@/lib/address/parameters/load-parameters'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { mondayOf } from '@/lib/base/dates'
import { offersLoading } from '@/lib/desk/who-may-load'
import { SIZE_LIMITS } from '@/lib/import/read/size-limits'
import { type AskedColumns, askedColumns, meaningsOfColumns } from './asked-columns'
import { type NextStep, nextStepOf } from './next-step'
import { readRecord } from './upload-folder'
import type { FileOutcome, UploadedFile, UploadRecord } from './upload-record'

/** The page that loads files. */
export interface LoadPage {
  mayLoad: boolean
  problem: LoadProblem | null
  /** The largest size of all files together. */
  bytesMax: number
  /** null before files are sent. */
  shown: ShownUpload | null
}

export interface ShownUpload {
  record: UploadRecord
  /** null when the files are loaded. */
  step: NextStep | null
  /** The files in their order, with what the load says of each; null when it says something of others alone. */
  files: { file: UploadedFile; outcome: FileOutcome | null }[]
  /** Columns whose meaning a person can say, for each file that has any. */
  columns: AskedColumns[]
  /** What columns can hold, for the list of examples. */
  meanings: string[]
  /** Last trading day of the newest week with rows of the load; null when none has a report. */
  week: string | null
}

interface Asked {
  upload?: string | undefined
  problem?: LoadProblem | null | undefined
  /** The newest version. */
  latest: number
}

/** Returns what the page that loads files shows. */
export async function getLoadPage({ upload, problem = null, latest }: Asked): Promise<LoadPage> {
  const page = { mayLoad: offersLoading(), problem, bytesMax: SIZE_LIMITS.fileBytes, shown: null }
  if (!page.mayLoad || upload === undefined) return page
  const record = await readRecord(upload)
  if (record === null) return { ...page, problem: problem ?? 'gone' }
  return { ...page, shown: await showUpload(record, latest) }
}

async function showUpload(record: UploadRecord, latest: number): Promise<ShownUpload> {
  const { result } = record
  const files = record.files.map((file) => {
    const outcome = result.outcomes.find((each) => each.file === file.name) ?? null
    return { file, outcome }
  })
  const columns = files.flatMap(({ outcome }, index) => (outcome === null ? [] : askedColumns(outcome, index)))
  return {
    record,
    step: result.state === 'loaded' ? null : nextStepOf(result.outcomes),
    files,
    columns,
    meanings: columns.length === 0 ? [] : await meaningsOfColumns(latest),
    week: result.state === 'loaded' ? await newestWeek(result.outcomes, latest) : null,
  }
}

/** Returns the last trading day of the newest week with rows of a load, in the market that has it. */
async function newestWeek(outcomes: readonly FileOutcome[], latest: number): Promise<string | null> {
  const newest = outcomes
    .flatMap(({ series }) => series.map(({ to }) => to))
    .sort()
    .at(-1)
  if (newest === undefined) return null
  const days = await getReportDays(latest)
  return days?.reported.findLast((day) => mondayOf(day) === mondayOf(newest)) ?? null
}
