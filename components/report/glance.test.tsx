import { parseHTML } from 'linkedom'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { parseView, type View } from '@/lib/address/view'
import type { Locale } from '@/lib/base/locale'
import { buildReport } from '@/lib/report/build/build-report'
import { expectThat, prints, sign } from '@/lib/testing/report/claims/oracle'
import { plainDemo } from '@/lib/testing/report/claims/plain-demo'
import { numberOf, PlainWeek, spaced } from '@/lib/testing/report/claims/plain-market'
import { demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { weekEnds } from '@/lib/testing/report/weeks-to-check'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { Glance } from './glance'

const SUMMARY = {
  zh: /^.+：(\d+) 个为正，(\d+) 个为负；最低 ([+−]?[\d.]+)，最高 ([+−]?[\d.]+)。$/,
  en: /^.+: (\d+) positive, (\d+) negative; lowest ([+−]?[\d.]+), highest ([+−]?[\d.]+)\.$/,
}

it.each(['zh', 'en'] as const)(
  'the dots of all factors are summed up as daily returns have them, %s',
  async (locale) => {
    const demo = await readDemo()
    const market = plainDemo(demo)
    for (const asOf of ['2014-01-03', ...sampleOf(`weeks at a glance in ${locale}`, weekEnds(market.days), 4)]) {
      const week = new PlainWeek(market, asOf, locale, 'arithmetic')
      const panels = panelsOf(buildReport(demoInputs(demo, asOf, { locale })), locale)
      for (const [index, window] of (['week', 'month', 'year'] as const).entries()) {
        const values = week.factors
          .map((series) => week.value(series, 'longShort', window))
          .filter((value) => value !== null)
        if (values.length === 0) expect(panels[index], `${asOf} ${window}`).toBeNull()
        else expect(faultsOf(panels[index] ?? '', values, locale), `${asOf} ${window}`).toEqual([])
      }
    }
  },
  // A long run reads each week.
  120_000,
)

/** Returns the text of each panel for screen readers; null for a panel without values. */
function panelsOf(report: ReturnType<typeof buildReport>, locale: Locale): (string | null)[] {
  const view = parseView(locale, 'v3of3.5f3a9c1e-arithmetic-family-auto-red') as View
  const { document } = parseHTML(renderToStaticMarkup(<Glance report={report} view={view} />))
  return [...document.querySelectorAll('figure > :not(figcaption)')].map((panel) => panel.getAttribute('aria-label'))
}

function faultsOf(summary: string, values: number[], locale: Locale): string[] {
  const [, up, down, low = '', high = ''] = SUMMARY[locale].exec(spaced(summary)) ?? []
  const countOf = (wanted: string) => values.filter((value) => sign(value) === wanted).length
  return [
    ...expectThat(Number(up) === countOf('up') && Number(down) === countOf('down'), `other counts: ${summary}`),
    ...expectThat(prints(numberOf(low), Math.min(...values)), `another lowest: ${summary}`),
    ...expectThat(prints(numberOf(high), Math.max(...values)), `another highest: ${summary}`),
  ]
}
