/** The input of a PDF: plain data that can be sent to another process. The same job gives the same bytes. */

import type { SeriesHistory } from '@/lib/analysis/history'
import type { Colours } from '@/lib/base/appearance'
import type { Paper } from '@/lib/base/paper'
import type { FigureRows } from '@/lib/figures/kinds/figure-kind'
import { type FigureName, isFigureName } from '@/lib/figures/registry'
import type { Publisher } from '@/lib/publisher/publisher'
import type { Report } from '@/lib/report/model/report'
import type { SeriesRisk } from './risk'

export type PdfJob = ReportJob | OnePageJob | FactsheetJob

/** A whole weekly report. */
export interface ReportJob extends JobParts {
  kind: 'report'
  /** Of each series that has a section. */
  risk: SeriesRisk[]
}

/** A week on one page; `rows` has those of its chart alone. */
export interface OnePageJob extends JobParts {
  kind: 'one-page'
  /** Of each series with a row in a table. */
  risk: SeriesRisk[]
  chart: ChartOfWeek | null
}

/** A line with its deepest falls, and what it says in words. */
export interface ChartOfWeek {
  /** Key of its rows in the job. */
  key: string
  name: string
  note: string
  says: string
}

/** One factor or portfolio on two pages; `report` contains nothing else. */
export interface FactsheetJob extends JobParts {
  kind: 'factsheet'
  history: SeriesHistory
}

export interface JobParts extends Printed {
  report: Report
  /** By `figureKey`; null when there is nothing to draw. */
  rows: Record<string, FigureRows | null>
}

/** How a document is printed, and who publishes it. */
export interface Printed {
  colours: Colours
  publisher: Publisher
  paper: Paper
}

/** Returns how an order or a job is printed. */
export function printedOf({ colours, publisher, paper }: Printed): Printed {
  return { colours, publisher, paper }
}

/** Returns the key of a figure's rows in a job: "legs.intraday-skewness". */
export function figureKey({ kind, code }: { kind: FigureName; code: string }): string {
  return `${kind}.${code}`
}

/** Returns the kind of figure that a key names. @throws RangeError for another text */
export function kindOfKey(key: string): FigureName {
  const kind = key.slice(0, key.indexOf('.'))
  if (!isFigureName(kind)) throw new RangeError(`${key} names no kind of figure`)
  return kind
}
