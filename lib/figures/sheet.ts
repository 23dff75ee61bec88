import type { FigureRequest } from './figure-request'

/** Figures on one sheet: few enough to be drawn quickly, many enough that a report's pictures come in a few requests. */
export const SHEET_FIGURES = 8

/** Several figures of a report under each other in one picture: its lines, or its bars, in the order of the report. */
export interface SheetRequest extends Omit<FigureRequest, 'kind' | 'code'> {
  shape: 'lines' | 'bars'
  /** From 0: the first SHEET_FIGURES series, the next ones, … */
  part: number
}

/** Where a figure stands: which part, and which place in it. */
export interface SheetPlace {
  shape: SheetRequest['shape']
  part: number
  /** From 0, of `places` on this sheet. */
  place: number
  places: number
}

/** The kinds of figure that a report shows of each series, its line and then its bars. */
export const REPORT_FIGURES = {
  factor: { lines: 'relative-strength', bars: 'legs' },
  portfolio: { lines: 'cumulative-excess', bars: 'excess' },
} as const

/**
 * Returns the place of a report's figure on the sheets. Each series has two figures, its line and then its bars.
 * @param number of the figure, from 1; @param figures how many the report has
 */
export function sheetPlaceOf(number: number, figures: number): SheetPlace {
  const series = Math.ceil(number / 2) - 1
  const part = Math.floor(series / SHEET_FIGURES)
  return {
    shape: number % 2 === 1 ? 'lines' : 'bars',
    part,
    place: series % SHEET_FIGURES,
    places: Math.min(SHEET_FIGURES, figures / 2 - part * SHEET_FIGURES),
  }
}
