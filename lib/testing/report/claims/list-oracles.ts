/** Oracles of texts that list figures: both tables in words, bars in words, and the counts of the scatter chart. */
import { type ClaimOracle, countOf, expectThat, primaryOf, sign } from './oracle'
import type { PlainMeasure, PlainSeries, PlainWeek, PlainWindow } from './plain-market'
import { printed, winsAndPeriods } from './section-oracles'

const WINDOWS: PlainWindow[] = ['week', 'month', 'year']
const MEASURES: Record<string, PlainMeasure | undefined> = {
  多空收益: 'longShort',
  多头超额: 'longExcess',
  超额收益: 'excess',
  'long–short return': 'longShort',
  'long excess': 'longExcess',
  'excess return': 'excess',
}

/** Returns the oracle of the line that says a row of a table in words. */
export function plainLineOf(series: PlainSeries): ClaimOracle {
  return {
    type: 'row in words',
    pattern: { zh: /^.+?：(?<parts>.+)。$/, en: /^.+?: (?<parts>.+)\.$/ },
    faults: ({ parts = '' }, week) => {
      const said = parts.split(week.language === 'zh' ? '；' : '; ').map((part) => readMeasure(part, week))
      const wanted = series.isFactor ? ['longShort', 'longExcess'] : ['excess']
      return [
        ...expectThat(said.map(({ measure }) => measure).join() === wanted.join(), 'other measures'),
        ...said.flatMap((each) => measureFaults(each, series, week)),
      ]
    },
  }
}

/** Returns the oracle of the short line of a row in the PDF. */
export function ownLineOf(series: PlainSeries): ClaimOracle {
  return {
    type: 'own line in words',
    pattern: {
      zh: /^.+?：本周 (?<week>\S+?)，\d+ 月 (?<month>\S+?)，\d+ 年 (?<year>\S+?)，(?<unit>[周月])胜率 (?<wins>\d+\/\d+|—)(?:；多头超额 (?<excess>.+))?。$/,
      en: /^.+?: (?<week>\S+) this week, (?<month>\S+) in \w+, (?<year>\S+) in \d+, (?<wins>\d+\/\d+|—) (?<unit>week|month)s(?:; long excess (?<excess>.+))?\.$/,
    },
    faults: ({ week: ofWeek = '', month = '', year = '', unit, wins = '', excess }, week) => {
      const units = series.isFactor ? ['月', 'month'] : ['周', 'week']
      const first = { measure: primaryOf(series), figures: [ofWeek, month, year], wins }
      const second = excess === undefined ? [] : [{ ...readMeasure(excess, week), measure: 'longExcess' as const }]
      return [
        ...expectThat(units.includes(unit ?? ''), 'another unit of the win rate'),
        ...expectThat(series.isFactor === (excess !== undefined), 'other measures'),
        ...[first, ...second].flatMap((each) => measureFaults(each, series, week)),
      ]
    },
  }
}

interface SaidMeasure {
  measure: PlainMeasure | undefined
  figures: string[]
  wins: string
}

function readMeasure(part: string, { language }: PlainWeek): SaidMeasure {
  const [, name = ''] = (language === 'zh' ? /^(.+?)本周/ : /^(.+?) [+−—\d]/).exec(part) ?? []
  return {
    measure: MEASURES[name.toLowerCase()],
    figures: part.match(/[+−]?[\d.]+%|—/g)?.slice(0, 3) ?? [],
    wins: /\d+\/\d+|—$/.exec(part)?.[0] ?? '',
  }
}

function measureFaults({ measure, figures, wins }: SaidMeasure, series: PlainSeries, week: PlainWeek): string[] {
  if (measure === undefined) return ['an unknown measure']
  const won = winsAndPeriods(week, series, measure)
  return [
    ...expectThat(figures.length === WINDOWS.length, 'not three figures'),
    ...WINDOWS.flatMap((window, index) =>
      expectThat(printed(figures[index], week.value(series, measure, window)), `${measure}: another ${window}`),
    ),
    ...expectThat(
      wins === (won.periods === 0 ? '—' : `${won.wins}/${won.periods}`),
      `${measure}: ${won.wins} of ${won.periods}`,
    ),
  ]
}

/** Returns the oracle of the sentence under bars: both legs and their difference in each window. */
export function barsAltOf(series: PlainSeries): ClaimOracle {
  return {
    type: 'bars in words',
    pattern: { zh: /^.+?：(?<parts>.+)（%）。$/, en: /^.+?: (?<parts>.+) \(in %\)\.$/ },
    faults: ({ parts = '' }, week) =>
      parts.split(week.language === 'zh' ? '；' : '; ').flatMap((part, index) => {
        const window = WINDOWS[index]
        if (window === undefined) return ['a fourth window']
        const figures = part.match(/[+−]?\d+\.\d\d|—/g) ?? []
        const values = [...week.legs(series, window), week.value(series, primaryOf(series), window)]
        return [
          ...expectThat(figures.length === values.length, `${window}: not three figures`),
          ...values.flatMap((value, bar) => expectThat(printed(figures[bar], value), `${window}: another bar ${bar}`)),
        ]
      }),
  }
}

/** Counts factors by their signs in the week and the year. */
export const scatterAlt: ClaimOracle = {
  type: 'quadrants in words',
  pattern: {
    zh: /^.+?：本周与 \d+ 年均为正 (?<bothUp>\d+) 个，均为负 (?<bothDown>\d+) 个，本周为正而 \d+ 年为负 (?<weekUp>\d+) 个，本周为负而 \d+ 年为正 (?<weekDown>\d+) 个。$/,
    en: /^.+?: (?<bothUp>one factor|\d+ factors) up in both the week and \d+, (?<bothDown>\d+) down in both, (?<weekUp>\d+) up in the week but down in \d+, (?<weekDown>\d+) down in the week but up in \d+\.$/,
  },
  faults: (said, week) => {
    const signs = week.factors.map((series) =>
      ['year', 'week'].map((window) => sign(week.value(series, 'longShort', window as PlainWindow))).join(),
    )
    const counted = { bothUp: 'up,up', bothDown: 'down,down', weekUp: 'down,up', weekDown: 'up,down' }
    return Object.entries(counted).flatMap(([name, pair]) => {
      const text = (said[name] ?? '').replace('one factor', '1').replace(/ factors$/, '')
      return expectThat(countOf(text) === signs.filter((each) => each === pair).length, `another count: ${name}`)
    })
  },
}
