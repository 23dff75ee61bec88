/** Reads what a mail of a week and its text for a chat say back into claims, and checks each against the daily data. */
import { parseHTML } from 'linkedom'
import { parseView } from '@/lib/address/view'
import { mailHtml } from '@/lib/export/mail/mail'
import { sourceOf } from '@/lib/export/source-text'
import { summaryText } from '@/lib/export/summary-text'
import type { Report } from '@/lib/report/model/report'
import { excessLines } from '@/lib/report/text/excess-lines'
import { phraseText } from '@/lib/report/text/phrase'
import type { Judged } from './judge'
import { expectThat, printsShare, sign } from './oracle'
import {
  type Language,
  type PlainMeasure,
  type PlainSeries,
  type PlainWeek,
  type PlainWindow,
  spaced,
} from './plain-market'
import { printed, winsAndPeriods } from './section-oracles'

type MailMeasure = PlainMeasure | 'absolute'

const WINDOWS: PlainWindow[] = ['week', 'month', 'year']

/** The tables in their order. */
const MEASURES: readonly MailMeasure[] = ['excess', 'absolute', 'longShort', 'longExcess']

const TITLES: Record<Language, Record<MailMeasure, string>> = {
  zh: { longShort: '多空收益', longExcess: '多头超额', excess: '组合的超额收益', absolute: '组合的绝对收益' },
  en: {
    longShort: 'Long–short return',
    longExcess: 'Long excess',
    excess: 'Excess returns of the portfolios',
    absolute: 'Absolute returns of the portfolios',
  },
}

const FACTS: Record<Language, RegExp> = {
  zh: /^(?<demo>演示数据\u2003)?截至 (?<asOf>[\d-]+)，数据版本 (?<version>\d+)，(?<convention>算术|几何)口径，单位\u00a0%$/,
  en: /^(?<demo>Demo data\u2003)?As of (?<asOf>[\d-]+), data version (?<version>\d+), (?<convention>Arithmetic|Geometric), figures in\u00a0%$/,
}
const CONVENTIONS = { 算术: 'arithmetic', Arithmetic: 'arithmetic', 几何: 'geometric', Geometric: 'geometric' }

/** Returns every claim of the messages that are made of a report, whose own sentences `judge` checks. */
export function judgeMessages(report: Report, week: PlainWeek): Judged[] {
  const view = parseView(report.locale, `v${report.version}.00000000-${report.convention}-family-auto-red`)
  if (!view) throw new TypeError('the view of a mail is wrong')
  return [
    ...judgeMail(mailHtml(report, view, 'https://desk.example'), report, week),
    ...judgeAbsoluteLines(summaryText(report), week),
  ]
}

/** Returns the claims of a mail. Its sentences must be those of the report. */
function judgeMail(html: string, report: Report, week: PlainWeek): Judged[] {
  const { document } = parseHTML(html)
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '')
  const [facts = '', ...below] = texts('p.ink2')
  const [notes, source] = [below.slice(0, -1), below.slice(-1)]
  const points = texts('p.ink').map((text) => text.replace(/^.*?\u2002/, ''))
  const all = [...document.querySelectorAll('table')].map((table) => rowsOf(table))
  const shown = report.market.slice(0, MARKET_ROWS)
  const [market, tables] = shown.length === 0 ? [[], all] : [all[0] ?? [], all.slice(1)]
  return [
    judgedFacts(facts, report, week),
    same(
      'mail contributions',
      texts('div.ink').slice(1),
      excessLines(report).map(({ text }) => phraseText(text)),
    ),
    same('mail headline', texts('h1'), [report.headline.join('')]),
    same('mail title', texts('title'), [`${subjectOf(week)}${report.headline.join('')}`]),
    same('mail source', source, [sourceOf(report)]),
    same(
      'mail key points',
      points,
      report.keyPoints.map(({ text }) => phraseText(text)),
    ),
    same('mail notes', notes, [
      ...shown.flatMap(({ note }) => note ?? []),
      ...(report.market.length > shown.length ? notes.filter((note) => MORE[week.language].test(note)) : []),
      ...report.missingNotes.map(({ text }) => text),
    ]),
    ...judgedMarket(market, report, week),
    ...judgedTables(tables, week),
    judgedDashes(tables, notes, week),
  ]
}

/** Returns the beginning of the subject: product, and the ISO week of the last day, by the Thursday of that week. */
function subjectOf({ asOf, language }: PlainWeek): string {
  const day = new Date(`${asOf}T00:00:00Z`)
  const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY_MS)
  const year = thursday.getUTCFullYear()
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1
  return language === 'zh' ? `因子周报 ${year} 年第 ${week} 周：` : `Factor Weekly, week ${week} of ${year}: `
}

const DAY_MS = 86_400_000

/** Benchmarks that a mail names. */
const MARKET_ROWS = 8
/** Beginning of the note that counts the other benchmarks. */
const MORE: Record<Language, RegExp> = { zh: /^另有 \d+ 个基准/, en: /^(One|\d+) more benchmark/ }

/** Checks that the table of the market has the figures of the report's market line, which a test of its own compares with daily data. */
function judgedMarket([head = [], ...rows]: MailCell[][], { market }: Report, week: PlainWeek): Judged[] {
  const [, ...labels] = headsOf('absolute', week).slice(0, 4)
  const expectedHeads =
    week.language === 'zh' ? ['市场 %', ...labels, '历史分位'] : ['Market %', ...labels, 'Percentile']
  const heads = head.map(({ text }) => text)
  return [
    ...(market.length === 0 ? [] : [same('mail market heads', heads, expectedHeads)]),
    ...market.slice(0, MARKET_ROWS).map(({ name, returns }, index) => {
      const [said, ...figures] = rows[index] ?? []
      const share = figures[3]?.text ?? ''
      const { percentile } = returns.week
      const faults = [
        ...expectThat(said?.text === spaced(name), `not ${name}`),
        ...WINDOWS.flatMap((window, at) => [
          ...expectThat(printed(figures[at]?.text ?? '', returns[window].value), `another ${window}`),
          ...expectThat(figures[at]?.tone === sign(returns[window].value), `${window}: another colour`),
        ]),
        ...expectThat(
          percentile === null ? share === '—' : printsShare(Number(share), percentile),
          'another percentile',
        ),
      ]
      return { type: 'mail market', sentence: name, faults }
    }),
  ]
}

interface MailCell {
  text: string
  /** Class of the cell: for a figure the sign whose colour it has. */
  tone: string
}

function rowsOf(table: Element): MailCell[][] {
  return [...table.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => ({
      text: spaced(cell.textContent ?? ''),
      tone: cell.getAttribute('class') ?? '',
    })),
  )
}

function judgedFacts(sentence: string, { version, isDemo }: Report, week: PlainWeek): Judged {
  const said = FACTS[week.language].exec(sentence)?.groups
  if (!said) return { type: 'mail facts', sentence, faults: ['no oracle understands it'] }
  const faults = [
    ...expectThat(said.asOf === week.asOf, 'another day'),
    ...expectThat(said.version === String(version), 'another version'),
    ...expectThat((said.demo !== undefined) === isDemo, 'the mark of demo data is wrong'),
    ...expectThat(CONVENTIONS[said.convention as keyof typeof CONVENTIONS] === week.convention, 'another convention'),
  ]
  return { type: 'mail facts', sentence, faults }
}

function same(type: string, found: string[], expected: string[]): Judged {
  return { type, sentence: found.join(' | '), faults: expectThat(found.join() === expected.join(), 'not the report’s') }
}

/** Checks that the tables have every series and measure in order, and each figure of a row. */
function judgedTables(tables: MailCell[][][], week: PlainWeek): Judged[] {
  const expected = MEASURES.filter((measure) => seriesOf(measure, week).length > 0)
  const count = { type: 'mail tables', sentence: '', faults: expectThat(tables.length === expected.length, 'not all') }
  return [count, ...expected.flatMap((measure, index) => judgedTable(tables[index] ?? [], measure, week))]
}

function seriesOf(measure: MailMeasure, { factors, portfolios }: PlainWeek): PlainSeries[] {
  return measure === 'longShort' || measure === 'longExcess' ? factors : portfolios
}

function judgedTable([head = [], ...rows]: MailCell[][], measure: MailMeasure, week: PlainWeek): Judged[] {
  const series = seriesOf(measure, week)
  const heads = head.map(({ text }) => text).join('|')
  const names = rows.map(([name]) => name?.text).join('|')
  return [
    {
      type: 'mail heads',
      sentence: heads,
      faults: expectThat(heads === headsOf(measure, week).join('|'), 'other heads'),
    },
    {
      type: 'mail rows',
      sentence: names,
      faults: expectThat(names === series.map(({ short }) => spaced(short[week.language])).join('|'), 'other series'),
    },
    ...series.map((own, index) => judgedRow(rows[index] ?? [], own, measure, week)),
  ]
}

function headsOf(measure: MailMeasure, { asOf, language }: PlainWeek): string[] {
  const month = new Date(`${asOf}T12:00:00Z`).toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })
  const labels = language === 'zh' ? ['本周', `${Number(asOf.slice(5, 7))} 月`] : ['Week', month]
  const wins = { longShort: 'months', longExcess: 'months', excess: 'weeks', absolute: '' }[measure]
  const winHeads = { months: { zh: '月胜率', en: 'Monthly win rate' }, weeks: { zh: '周胜率', en: 'Weekly win rate' } }
  const winHead = wins === '' ? '' : winHeads[wins as keyof typeof winHeads][language]
  return [`${TITLES[language][measure]} %`, ...labels, asOf.slice(0, 4), winHead]
}

function judgedRow(cells: MailCell[], series: PlainSeries, measure: MailMeasure, week: PlainWeek): Judged {
  const values = WINDOWS.map((window) => figureOf(series, measure, window, week))
  const won = measure === 'absolute' ? null : winsAndPeriods(week, series, measure)
  const wins = won === null ? '' : won.periods === 0 ? '—' : `${won.wins}/${won.periods}`
  return {
    type: `mail ${measure}`,
    sentence: cells.map(({ text }) => text).join(' '),
    faults: [
      ...WINDOWS.flatMap((window, index) => {
        const { text, tone } = cells[index + 1] ?? { text: '', tone: '' }
        const value = values[index] ?? null
        return [
          ...expectThat(printed(text, value), `another ${window}: ${value}`),
          ...expectThat(tone === sign(value), `${window}: the colour of ${tone}`),
        ]
      }),
      ...expectThat(cells[4]?.text === wins, `won ${wins}`),
    ],
  }
}

function figureOf(series: PlainSeries, measure: MailMeasure, window: PlainWindow, week: PlainWeek): number | null {
  return measure === 'absolute' ? week.leg(series, 0, window) : week.value(series, measure, window)
}

/** A series with a dash must have a note that says why. */
function judgedDashes(tables: MailCell[][][], notes: string[], week: PlainWeek): Judged {
  const dashed = week.market.series.filter(({ short }) =>
    tables.some((rows) =>
      rows.some(
        ([name, ...figures]) =>
          name?.text === spaced(short[week.language]) && figures.slice(0, 3).some(({ text }) => text === '—'),
      ),
    ),
  )
  const unexplained = dashed.filter(({ name }) => !notes.some((note) => note.includes(name[week.language])))
  return {
    type: 'mail dashes',
    sentence: notes.join(' '),
    faults: unexplained.map(({ code }) => `no reason for ${code}`),
  }
}

const ABSOLUTE: Record<Language, RegExp> = {
  zh: /^(?<name>.+?)：绝对收益本周 (?<week>.+?)，(?<monthLabel>\d+) 月 (?<month>.+?)，(?<yearLabel>\d+) 年 (?<year>.+?)。$/,
  en: /^(?<name>.+?): absolute return (?<week>.+?) this week, (?<month>.+?) in (?<monthLabel>\w+), (?<year>.+?) in (?<yearLabel>\d+)\.$/,
}

/** Returns the claims of the last lines of the text for a chat: the absolute return of each portfolio. */
function judgeAbsoluteLines(text: string, week: PlainWeek): Judged[] {
  const count = week.portfolios.length
  const lines = count === 0 ? [] : text.split('\n').slice(-count)
  return week.portfolios.map((series, index) => {
    const sentence = spaced(lines[index] ?? '')
    const said = ABSOLUTE[week.language].exec(sentence)?.groups
    if (!said) return { type: 'absolute in words', sentence, faults: ['no oracle understands it'] }
    const [, , month = ''] = headsOf('absolute', week)
    const faults = [
      ...expectThat(said.name === spaced(series.name[week.language]), `not ${series.code}`),
      ...expectThat(said.monthLabel === month.replace(' 月', ''), 'another month'),
      ...expectThat(said.yearLabel === week.asOf.slice(0, 4), 'another year'),
      ...WINDOWS.flatMap((window) =>
        expectThat(printed(said[window], figureOf(series, 'absolute', window, week)), `another ${window}`),
      ),
    ]
    return { type: 'absolute in words', sentence, faults }
  })
}
