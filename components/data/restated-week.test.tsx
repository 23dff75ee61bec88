import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { parseView, type View } from '@/lib/address/view'
import type { QualityFinding } from '@/lib/report/model/report'
import { RestatedWeek } from './restated-week'

const FINDINGS = [4, 5, 6, 7].map(
  (version): QualityFinding => ({ kind: 'restated', code: `s${version % 2}`, version, text: `Told of ${version}.` }),
)

function markup(locale: 'zh' | 'en', count: number): string {
  const view = parseView(locale, 'v3of8.00000000-geometric-family-auto-red') as View
  return renderToStaticMarkup(<RestatedWeek findings={FINDINGS.slice(0, count)} view={view} />)
}

describe('the line about a restated week', () => {
  it('is empty without restatements', () => expect(markup('en', 0)).toBe(''))

  it('links each sentence to the change, in the newest data', () => {
    expect(markup('en', 1)).toMatch(
      /<b>Restated<\/b>Told of 4\.<a href="\/en\/data\/4\?convention=geometric"[^>]*>Data version 4<\/a>/,
    )
    expect(markup('zh', 1)).toContain('href="/data/4?convention=geometric"')
    expect(markup('en', 3)).not.toContain('<details>')
  })

  it('is closed at first when there are many', () => {
    expect(markup('en', 4)).toContain('<summary>Values of 2 series in this year or week were restated.</summary>')
    expect(markup('zh', 4)).toContain('<summary>2 条序列在本年或本周的数值有修订。</summary>')
    expect(markup('en', 4).match(/<a /g)).toHaveLength(4)
  })
})
