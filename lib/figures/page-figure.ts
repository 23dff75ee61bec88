import type { FigureContext, FigureTable } from './kinds/figure-kind'
import { FIGURES, type FigureData, type FigureName } from './registry'

/** What is said of a figure around its picture. */
export interface FigureTexts {
  title: string
  /** Unit, scale and span of time. */
  note: string
  /** One sentence for readers who cannot see the picture. */
  alt: string
  /** Why there is nothing to draw; null when there is. */
  emptyReason: string | null
  table: FigureTable
}

/** A figure as pages and documents show it. */
export interface PageFigure extends FigureTexts {
  kind: FigureName
  /** Code of its series; several of them, parted by commas, for a comparison. */
  code: string
  /** Name of what it is about. */
  subject: string
  /** Where the data come from; empty where the page says it for all of its figures. */
  source: string
}

/** A figure of a report. */
export interface Figure extends PageFigure {
  /** From 1, through the whole report. */
  number: number
}

/** Returns what is said of the rows of a figure. */
export function figureTexts({ kind, rows }: FigureData, context: FigureContext): FigureTexts {
  const figure = FIGURES[kind]
  return {
    title: figure.title(context),
    note: figure.note(rows, context),
    alt: figure.summary(rows, context),
    emptyReason: figure.emptyReason?.(rows, context) ?? null,
    table: figure.table(rows, context),
  }
}

/** Returns what is said of a figure that has no rows. */
export function emptyTexts(kind: FigureName, emptyReason: string, context: FigureContext): FigureTexts {
  const table = { head: [], rows: [] }
  return { title: FIGURES[kind].title(context), note: '', alt: emptyReason, emptyReason, table }
}
