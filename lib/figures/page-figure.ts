import type { FigureContext, FigureTable } from './kinds/figure-kind'
import { FIGURES, type FigureData, type FigureName } from './registry'

/** The texts around a figure's picture. */
export interface FigureTexts {
  title: string
  /** Unit, scale and span of time. */
  note: string
  /** One sentence for readers who cannot see the picture. */
  alt: string
  /** Why there is nothing to draw; null when there is something. */
  emptyReason: string | null
  table: FigureTable
}

/** A figure on pages and in documents. */
export interface PageFigure extends FigureTexts {
  kind: FigureName
  /** Code of its series; comma-separated codes for a comparison. */
  code: string
  /** Name of its subject. */
  subject: string
  /** Source of the data; empty when the page states it for all of its figures. */
  source: string
}

/** A figure of a report. */
export interface Figure extends PageFigure {
  /** From 1, counted through the whole report. */
  number: number
}

/** Returns the texts of a figure with these rows. */
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

/** Returns the texts of a figure without rows. */
export function emptyTexts(kind: FigureName, emptyReason: string, context: FigureContext): FigureTexts {
  const table = { head: [], rows: [] }
  return { title: FIGURES[kind].title(context), note: '', alt: emptyReason, emptyReason, table }
}
