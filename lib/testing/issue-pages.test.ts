/** Pages and downloads of months and quarters of the demo. */
import { describe, expect, it } from 'vitest'
import { answerSummary } from '@/lib/export/answer-summary'
import { SUMMARY_CSV } from '@/lib/export/summary-csv'
import { demoStore } from './database/test-store'
import { segmentOf } from './pages/in-process'
import { openPage } from './pages/open-page'

describe('the demo', () => {
  demoStore()

  it('has a page for August 2024, with the months beside it and its files', { timeout: 120_000 }, async () => {
    const html = await openPage('/months/2024-08')
    expect(html.includes('August 2024, 1 to 30 Aug')).toBe(true)
    expect(html.includes('The period is not over')).toBe(false)
    for (const part of ['/en/months/2024-07"', '/en/months/2024-08/report.pdf"', '/en/months/2024-08/summary.csv"'])
      expect(html.includes(`href="${part}`), part).toBe(true)
    const text = html
      .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
    const ofWeeks = [...text.matchAll(/[^.]{0,60}\bweeks?\b[^.]{0,40}/gi)].map(([found]) => found.trim())
    expect(ofWeeks.filter((found) => !ALLOWED.some((words) => found.includes(words)))).toEqual([])
  })

  it('says that a quarter is not over, and that a month has no data', { timeout: 120_000 }, async () => {
    const quarter = await openPage('/quarters/2024-Q3')
    // Dates are elements of their own, so that they do not break.
    const read = quarter.replaceAll(/<\/?span[^>]*>/g, '')
    expect(read.includes('The period is not over: data to 2024-08-30.')).toBe(true)
    const none = await openPage('/months/2013-05')
    expect(none).toContain('No report for May 2013')
    expect(none).toContain('href="/en/months/2014-01"')
  })

  it('has the figures of a month as CSV, and names the nearest months of another', { timeout: 120_000 }, async () => {
    const ask = async (date: string) =>
      answerSummary(
        new Request('http://desk/'),
        { locale: 'en', view: await segmentOf('', `/months/${date}`), date, window: 'month' },
        SUMMARY_CSV,
      )
    const answer = await ask('2024-08')
    expect(answer.headers.get('content-disposition')).toContain('factor-weekly-2024-08-en-summary.csv')
    expect((await answer.text()).split('\n')[0]).toMatch(/,Aug[^,]*,Q3[^,]*,2024[^,]*,/)
    const none = await ask('2024-09')
    expect([none.status, await none.text()]).toEqual([
      404,
      'There is no report for 2024-09. Nearest reports:\n/en/months/2024-08/summary.csv\n',
    ])
  })
})

/** What a page of a month may say of weeks: its frame, other reports, and how long ago a line had its last high. */
const ALLOWED = [
  'Factor Weekly',
  'This week',
  'Weeks of',
  'the first in ',
  'week ending 2024-08-30',
  'rebalanced weekly',
  'weekly',
]
