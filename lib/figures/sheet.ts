import type { FigureRequest } from './figure-request'

/** Figures on one sheet: a few are fast to draw, several reduce the number of requests. */
export const SHEET_FIGURES = 8

/**
 * Several figures of a report in one picture, one below the other: its lines, or its bars, in the order of the report.
 */
export interface SheetRequest extends Omit<FigureRequest, 'kind' | 'code'> {
  shape: 'lines' | 'bars'
  /** From 0: the first SHEET_FIGURES series, the next ones, … */
  part: number
}

/** Position of a figure: the sheet (`part`), and its index on it. */
export interface SheetPosition {
  shape: SheetRequest['shape']
  part: number
  /** From 0 to `count` − 1. */
  index: number
  count: number
}

/** The kinds of figure of each series in a report: a line and then bars. */
export const REPORT_FIGURES = {
  factor: { lines: 'relative-strength', bars: 'legs' },
  portfolio: { lines: 'cumulative-excess', bars: 'excess' },
} as const

/**
 * Returns the position of a report's figure on the sheets. Each series has two figures, its line and then its bars.
 * @param number of the figure, from 1
 * @param figures number of figures in the report
 */
export function sheetPosition(number: number, figures: number): SheetPosition {
  const series = Math.ceil(number / 2) - 1
  const part = Math.floor(series / SHEET_FIGURES)
  return {
    shape: number % 2 === 1 ? 'lines' : 'bars',
    part,
    index: series % SHEET_FIGURES,
    count: Math.min(SHEET_FIGURES, figures / 2 - part * SHEET_FIGURES),
  }
}
