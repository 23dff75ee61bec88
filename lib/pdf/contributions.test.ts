/** Where the excess comes from, in mail, text, pictures and PDF: against plain loops over the daily rows of the demo. */
import { beforeAll, expect, it } from 'vitest'
import { parseView } from '@/lib/address/view'
import { escapeHtml } from '@/lib/base/escape-html'
import { formatPercent, formatPercentInText } from '@/lib/base/format'
import { LOCALES, type Locale } from '@/lib/base/locale'
import { mailHtml } from '@/lib/export/mail/mail'
import { summaryText } from '@/lib/export/summary-text'
import { reportJob } from '@/lib/pdf/document/report-job'
import { buildReport } from '@/lib/report/build/build-report'
import { bare, readPdf } from '@/lib/testing/pdf/read-pdf'
import { SAMPLE_PRINT } from '@/lib/testing/pdf/sample-publisher'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { type Convention, pairOf, weekOf } from '@/lib/testing/report/plain-figures'
import { weekEnds } from '@/lib/testing/report/weeks-to-check'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { typeset } from './compiler'
import { makePdf } from './make-pdf'
import { portraitSetting } from './portrait-picture'
import { summarySetting } from './summary-picture'

let demo: Demo
beforeAll(async () => {
  demo = await readDemo()
})

/** The coefficient of Cariño's paper. */
const coefficient = (leg: number, against: number) =>
  leg === against ? 1 / (1 + leg) : (Math.log(1 + leg) - Math.log(1 + against)) / (leg - against)

/** Links the contributions of a portfolio over some days, by group in the order of the catalogue, and last the excess. */
function linked(code: string, isOwn: (date: string) => boolean, convention: Convention): number[] {
  const rows = [...pairOf(demo.rows, code, ['portfolio', 'benchmark'])].filter(([date]) => isOwn(date))
  const [whole, base] = [0, 1].map((leg) => rows.reduce((nav, [, pair]) => nav * (1 + Number(pair[leg])), 1) - 1)
  const divisor = coefficient(Number(whole), Number(base)) * (convention === 'geometric' ? 1 + Number(base) : 1)
  const days = new Map(
    demo.contributions.find((own) => own.code === code)?.days.map(({ date, parts }) => [date, parts]),
  )
  const sums = GROUPS.map(() => 0)
  for (const [date, [leg, against]] of rows)
    for (const { group, value } of days.get(date) ?? [])
      sums[GROUPS.indexOf(group)] = Number(sums[GROUPS.indexOf(group)]) + (value * coefficient(leg, against)) / divisor
  return [...sums, sums.reduce((total, value) => total + value, 0)]
}

const GROUPS = ['style', 'industry', 'selection', 'costs']

/** Returns the names of the groups. */
function namesOf(locale: Locale): string[] {
  return GROUPS.map((group) => {
    const entry = demo.components.find(({ component }) => component === group)
    return (locale === 'zh' ? entry?.nameZh : entry?.nameEn) ?? ''
  })
}

it.each(LOCALES)(
  'is said of each portfolio in %s',
  async (locale) => {
    const [asOf = ''] = sampleOf(
      `week of contributions in ${locale}`,
      weekEnds(demo.days.filter((day) => day >= '2023-01-09')),
      1,
    )
    const [convention] = sampleOf<Convention>(`convention in ${locale}`, ['arithmetic', 'geometric'], 1)
    if (convention === undefined) throw new Error('no convention is drawn')
    const inputs = demoInputs(demo, asOf, { locale, convention })
    const report = buildReport(inputs)
    const names = namesOf(locale)
    const isWeek = (date: string) => date <= asOf && weekOf(date) === weekOf(asOf)
    const lines = demo.catalogue.portfolios.map(({ code, shortNameZh, shortNameEn }) => {
      const figures = linked(code, isWeek, convention).map((value) => formatPercentInText(value))
      const parts = names.map((name, index) => `${name} ${figures[index]}`).join(locale === 'zh' ? '、' : ', ')
      return `${locale === 'zh' ? shortNameZh : shortNameEn} ${figures.at(-1)}${locale === 'zh' ? '：' : ': '}${parts}`
    })
    expect(lines).toHaveLength(2)

    const view = parseView(locale, `v3.00000000-${convention}-family-auto-red`)
    if (!view) throw new Error('the view of the mail is wrong')
    const mail = mailHtml(report, view, 'https://desk.example')
    const text = summaryText(report)
    const pictured = { report, colours: 'red', publisher: SAMPLE_PRINT.publisher } as const
    // The texts of a picture are outlines, so the test reads the same sheets as PDFs.
    const sheets = await Promise.all(
      [summarySetting, portraitSetting].map(async (setting) =>
        (await readPdf(typeset(setting(pictured)).bytes)).texts.join(''),
      ),
    )
    for (const line of lines) {
      expect(mail).toContain(`>${escapeHtml(line)}</div>`)
      expect(text.split('\n')).toContain(line)
      for (const sheet of sheets) expect(bare(sheet)).toContain(bare(line))
    }

    const printed = (await readPdf(makePdf(reportJob(inputs, SAMPLE_PRINT)).bytes)).pages.flat().map(bare)
    const columns = demo.catalogue.portfolios.flatMap(({ code }) =>
      [isWeek, inMonth, inYear].map((isOwn) => linked(code, isOwn, convention)),
    )
    for (const [index, name] of [...names, locale === 'zh' ? '超额' : 'Excess'].entries()) {
      const figures = columns.map((values) => formatPercent(values[index] ?? null)).join('')
      expect(printed).toContain(bare(`${name}${figures}`))
    }
    // Rounded figures need not add up, so the note must not say that those shown do.
    const claim = locale === 'zh' ? '舍入前合计等于超额' : 'they add up to the excess before rounding'
    expect(printed.join('')).toContain(bare(claim))

    function inMonth(date: string): boolean {
      return date <= asOf && date.slice(0, 7) === asOf.slice(0, 7)
    }
    function inYear(date: string): boolean {
      return date <= asOf && date.slice(0, 4) === asOf.slice(0, 4)
    }
  },
  60_000,
)

it('says why a week before the first contributions has none, and nothing where there are none at all', () => {
  const before = buildReport(demoInputs(demo, '2022-12-30', { locale: 'en' }))
  expect(summaryText(before)).not.toContain('Stock selection')
  const inputs = demoInputs(demo, '2024-08-30', { locale: 'en' })
  for (const own of inputs.contributions) own.days = own.days.filter(({ date }) => date !== '2024-08-28')
  expect(summaryText(buildReport(inputs))).toMatch(
    /: No value: one trading day of this window has no contributions, first 2024-08-28\.$/m,
  )
})
