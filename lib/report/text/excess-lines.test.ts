import { expect, it } from 'vitest'
import { buildReport } from '@/lib/report/build/build-report'
import type { Report } from '@/lib/report/model/report'
import { demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { excessLines } from './excess-lines'
import { phraseText } from './phrase'

/** Returns the report with groups of these contributions in the week, for its first portfolio alone. */
function withGroups(report: Report, values: number[]): Report {
  const groups = values.map((value, index) => ({
    ...{ code: `g${index}`, name: `Group ${index}` },
    ...{ values: [value, null, null], components: [] },
  }))
  const excess = values.reduce((sum, value) => sum + value, 0)
  const window = { from: '2024-08-26', to: '2024-08-30', excess, missing: null }
  const sections = report.sections.map((section) =>
    section.kind === 'portfolios'
      ? {
          ...section,
          parts: section.parts.slice(0, 1).map((part) => ({ ...part, contributions: { windows: [window], groups } })),
        }
      : section,
  )
  return { ...report, sections }
}

it('adds up the smallest of more than six groups', async () => {
  const report = buildReport(demoInputs(await readDemo(), '2024-08-30', { locale: 'en' }))
  const [line] = excessLines(withGroups(report, [0.005, -0.0001, 0.004, 0.0003, -0.006, 0.002, -0.001]))
  expect(phraseText(line?.text ?? [])).toMatch(
    /.+ \+0\.42%: Group 0 \+0\.50%, Group 2 \+0\.40%, Group 4 −0\.60%, Group 5 \+0\.20%, Group 6 −0\.10%, Others \+0\.02%$/,
  )
  const [six] = excessLines(withGroups(report, [0.001, 0.001, 0.001, 0.001, 0.001, 0.001]))
  expect(phraseText(six?.text ?? [])).not.toContain('Others')
})
