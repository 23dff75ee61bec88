import { describe, expect, it } from 'vitest'
import { buildSearchIndex } from './build-search-index'
import { choicesFor } from './choices-for'
import { isSearchIndex } from './search-index'

const SERIES = Array.from({ length: 12 }, (_, index) => ({
  code: `factor-${index}`,
  nameZh: `示例因子 ${index}`,
  nameEn: `Sample factor ${index}`,
  shortNameZh: `示例 ${index}`,
  shortNameEn: `Sample ${index}`,
  familyCode: 'price',
  ended: null,
}))
const portfolio = {
  code: 'csi500',
  nameZh: '中证 500 增强',
  nameEn: 'CSI 500 enhanced',
  shortNameZh: '中证 500',
  shortNameEn: 'CSI 500',
  ended: '2024-08-27',
}
const families = [{ code: 'price', nameZh: '价量', nameEn: 'Price' }]
const endpoints = [
  { path: '/weeks', summary: 'Weeks with a report', isWhole: true },
  { path: '/factors/{code}/daily', summary: 'Daily series of a factor', isWhole: false },
]
const inputs = { families, endpoints, factors: SERIES, portfolios: [portfolio], weeks: ['2024-08-30', '2024-08-23'] }
const index = buildSearchIndex({ ...inputs, locale: 'zh' })

describe('buildSearchIndex', () => {
  it('is unchanged by JSON, and accepted by the browser', () => {
    const arrived: unknown = JSON.parse(JSON.stringify(index))
    expect(isSearchIndex(arrived)).toBe(true)
    expect(arrived).toEqual(index)
  })

  it('has the same commands in both languages, with different labels', () => {
    const english = buildSearchIndex({ ...inputs, locale: 'en' })
    expect(english.entries.map(({ command }) => command)).toEqual(index.entries.map(({ command }) => command))
    const [zh, en] = [index, english].map(({ entries }) => entries.map(({ label }) => label))
    expect(zh?.filter((label) => en?.includes(label))).toEqual(endpoints.map(({ path }) => `/api/v1${path}`))
  })

  it('works without a catalogue', () => {
    const none = { families: [], factors: [], portfolios: [], weeks: [], endpoints: [] }
    const empty = buildSearchIndex({ ...none, locale: 'en' })
    expect(new Set(empty.entries.map(({ group }) => group))).toEqual(
      new Set(['steps', 'pages', 'definitions', 'actions', 'endpoints']),
    )
  })
})

describe('choicesFor', () => {
  const labels = (typed: string) => choicesFor(index, typed).flatMap(({ choices }) => choices.map(({ label }) => label))

  it('shows some of each group at first, with the number of further ones', () => {
    const groups = choicesFor(index, '')
    expect(groups.map(({ name }) => name)).toEqual([
      'steps',
      'pages',
      'families',
      'factors',
      'portfolios',
      'files',
      'definitions',
      'actions',
      'endpoints',
    ])
    expect(groups.find(({ name }) => name === 'factors')).toMatchObject({ choices: { length: 8 }, left: 4 })
  })

  it('lists the best match first', () => {
    expect(labels('zz500')[0]).toBe('中证 500 增强')
    expect(labels('csi500')[0]).toBe('中证 500 增强')
    expect(labels('yinzi 11')[0]).toBe('示例因子 11')
    expect(labels('深色')[0]).toBe('主题：深色')
    expect(labels('dark')[0]).toBe('主题：深色')
  })

  it.each([
    ['Sharpe', '信息比率'],
    ['夏普', '信息比率'],
    ['IR', '信息比率'],
    ['ICIR', '信息系数（IC）'],
    ['回撤', '当前回撤'],
    ['最大回撤', '最大回撤'],
    ['相关', '相关系数'],
    ['PDF', '周报 PDF'],
    ['下载', '周报 PDF'],
    ['价量', '价量'],
    ['price', '价量'],
    ['API', '全部接口说明（OpenAPI）'],
    ['/weeks', '/api/v1/weeks'],
    ['settings', '主题：跟随系统'],
  ])('finds by %s: %s', (typed, label) => expect(labels(typed)).toContain(label))

  it('finds factors by their family, and compares all of them that go on', () => {
    const found = choicesFor(index, '价量').flatMap(({ choices }) => choices)
    expect(found.find(({ label }) => label.startsWith('比较'))).toMatchObject({
      note: '12 个因子',
      command: { kind: 'go', path: `/compare?series=${SERIES.map(({ code }) => code).join(',')}` },
    })
    expect(found.map(({ label }) => label)).toContain('示例因子 3')
  })

  it('says what each choice is', () => {
    const noted = ['pages', 'families', 'factors', 'portfolios', 'files', 'definitions', 'endpoints']
    for (const { name, choices } of choicesFor(index, ''))
      if (noted.includes(name)) expect(choices.filter(({ note }) => note === '')).toEqual([])
  })

  it('lists weeks first for a typed week', () => {
    expect(choicesFor(index, '第 35 周')[0]).toMatchObject({
      name: 'weeks',
      choices: [
        { label: '2024 年第 35 周', note: '截至 2024-08-30', command: { kind: 'go', path: '/weeks/2024-08-30' } },
      ],
    })
    expect(labels('2024-02-14')[0]).toBe('2024-02-14 所在的周')
  })

  it('gives every choice a unique id', () => {
    const ids = choicesFor(index, '').flatMap(({ choices }) => choices.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })
})
