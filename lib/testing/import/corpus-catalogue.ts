import { NO_CALENDAR } from '@/lib/calendar/trading-calendar'
import type { SeriesCatalogue } from '@/lib/import/check/series-catalogue'
import { SHANGHAI } from '@/lib/testing/calendar/shanghai'

/** The series of sample-files.ts, and one of a market with a higher limit and without calendar. */
export const CORPUS_CATALOGUE: SeriesCatalogue = {
  factors: new Map([
    ['skewness', { market: 'CN', calendar: SHANGHAI, inception: '2014-01-02', ended: null, returnMax: 0.5 }],
    ['network', { market: 'CN', calendar: SHANGHAI, inception: '2017-01-03', ended: null, returnMax: 0.5 }],
    ['momentum.v2', { market: 'COIN', calendar: NO_CALENDAR, inception: '2014-01-01', ended: null, returnMax: 3 }],
  ]),
  portfolios: new Map([
    ['enhanced', { market: 'CN', calendar: SHANGHAI, inception: '2017-01-03', ended: null, returnMax: 0.5 }],
  ]),
  indices: new Map([
    ['000300.SH', { market: 'CN', calendar: SHANGHAI, inception: '2017-01-03', ended: null, returnMax: 0.5 }],
  ]),
  renamed: new Map(),
  components: new Set(['style', 'size', 'value', 'selection', 'costs']),
}

export const CORPUS_TODAY = '2024-08-30'
