import { beforeAll, expect, it } from 'vitest'
import { buildReport } from '@/lib/report/build/build-report'
import { type Demo, demoInputs, readDemo } from '@/lib/testing/report/demo-inputs'
import { phraseText } from './phrase'

let demo: Demo
beforeAll(async () => {
  demo = await readDemo()
})

function lines(locale: 'zh' | 'en'): string[] {
  const { plainList } = buildReport(demoInputs(demo, '2024-08-30', { locale }))
  return plainList.map(({ text }) => phraseText(text).replaceAll('\u00A0', ' '))
}

it('has a line for each factor in the order of the report, then for each portfolio', () => {
  expect(lines('zh')).toHaveLength(16)
  expect(lines('zh')[0]).toBe(
    '高频偏度：多空收益本周 +0.09%，8 月 +0.57%，2024 年 −1.83%，月胜率 4/8；多头超额本周 +0.28%，8 月 +0.41%，2024 年 −6.37%，月胜率 3/8。',
  )
  expect(lines('zh').at(-2)).toBe('中证 500 AI：超额收益本周 −0.70%，8 月 +1.00%，2024 年 +3.86%，周胜率 23/34。')
})

it('reads well in English', () => {
  expect(lines('en')[7]).toMatch(
    /^Closing volume share: long–short return \+0\.29% this week, \+0\.07% in Aug, \+0\.45% in 2024, monthly win rate 4\/8; long excess/i,
  )
})
