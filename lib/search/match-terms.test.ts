import { describe, expect, it } from 'vitest'
import { matchTerms, wordsOf } from './match-terms'
import { searchTerms } from './search-terms'

const SKEWNESS = ['日内高频偏度', 'Intraday high-frequency skewness', 'intraday-skewness'].map(searchTerms)
const fits = (typed: string, terms = SKEWNESS) => matchTerms(terms, typed) !== null

describe('wordsOf', () => {
  it('splits Han characters, words and numbers', () => {
    expect(wordsOf('改进 GRU(50,2)+NN(10)')).toEqual(['改', '进', 'gru', '50', '2', 'nn', '10'])
    expect(wordsOf('ＡＩ 增强')).toEqual(['ai', '增', '强'])
    expect(wordsOf(' —,. ')).toEqual([])
  })
})

describe('matchTerms', () => {
  it('finds a name by its characters, from any of them', () => {
    expect(matchTerms(SKEWNESS, '日内')).toBe(0)
    expect(matchTerms(SKEWNESS, '高频')).toBe(2)
    expect(fits('频高')).toBe(false)
  })

  it('finds it by initials, by sounds, and by both together', () => {
    for (const typed of ['rngppd', 'gppd', 'rineigaopin', 'ri nei gao pin', 'gaopin', 'rneigp', 'GPPD']) {
      expect(fits(typed), typed).toBe(true)
    }
    for (const typed of ['rngppx', 'gapin x', 'zzz']) expect(fits(typed), typed).toBe(false)
  })

  it('finds it in the other language, by beginnings of words', () => {
    for (const typed of ['skew', 'Intraday Skew', 'intsk', 'i s', 'high freq', 'skewness intraday']) {
      expect(fits(typed), typed).toBe(true)
    }
    expect(fits('ntraday')).toBe(false)
  })

  it('accepts any sound of a character with several', () => {
    const terms = [searchTerms('重采样')]
    expect(fits('chongcaiyang', terms)).toBe(true)
    expect(fits('zcy', terms)).toBe(true)
    expect(fits('lv', [searchTerms('胜率')])).toBe(true)
  })

  it('prefers runs to scattered words, and those to runs with gaps', () => {
    const scores = ['rng', 'gpd', 'skewness high'].map((typed) => matchTerms(SKEWNESS, typed))
    expect(scores).toEqual([0, 200, 100])
  })

  it('matches everything for an empty text', () => expect(matchTerms(SKEWNESS, '  ')).toBe(0))

  it('does not try every division of a long text', () => {
    expect(matchTerms([Array(60).fill('aaaa/aaa/aa').join(' ')], `${'a'.repeat(59)}b`)).toBeNull()
  })
})
