/** Oracles of key points about the returns of week, month and year. */
import { type ClaimOracle, countOf, expectThat, primaryOf, prints, type Said, sign } from './oracle'
import { numberOf, type PlainWeek, type PlainWindow } from './plain-market'

import { inOrder, rankedBy, winsOf, wrongItems, wrongReason, wrongTally, wrongYearReason } from './point-faults'

const ZH_REASON = '(?:（(?:有数据以来最(?<record>高|低)|历史 (?<rank>\\d+)% 分位)(?:，z 值 (?<z>[+−]?[\\d.]+))?）)? ?'
const EN_REASON =
  '(?: \\((?:its (?<record>highest|lowest) on record|(?<rank>\\d+)(?:st|nd|rd|th) percentile of its weeks)(?:, z (?<z>[+−]?[\\d.]+))?\\))?'

function leaders(side: 'up' | 'down'): ClaimOracle {
  const zh = side === 'up' ? { last: '居首', sign: '正' } : { last: '跌幅最大', sign: '负' }
  const en =
    side === 'up'
      ? { last: '(?:led|tied for the lead)', sign: 'positive' }
      : { last: '(?:was|were) weakest', sign: 'negative' }
  return {
    type: `leaders ${side}`,
    pattern: {
      zh: new RegExp(
        `^(?<first>[^（；]+?)${ZH_REASON}(?:并列)?${zh.last}(?:，(?<next>.+?) 次之)?；(?<count>.+)个因子为${zh.sign}。$`,
      ),
      en: new RegExp(
        `^(?<first>.+?%)${EN_REASON} ${en.last}(?:, followed by (?<next>.+?))?; (?<count>\\d+) factors were ${en.sign}\\.$`,
      ),
    },
    faults: ({ first, next, count, ...reason }, week) => {
      const ranked = rankedBy(week, 'week', side)
      const [leading, following] = [week.items(first), week.items(next)]
      const best = ranked[0]?.value ?? null
      return [
        ...expectThat(countOf(count) === ranked.length, `${ranked.length} factors are ${side}`),
        ...expectThat(
          leading.every(({ percent }) => prints(percent, best)),
          'the first is not first',
        ),
        ...wrongItems(week, [...leading, ...following], 'week'),
        ...inOrder(week, [...leading, ...following], 'week', side),
        ...expectThat(
          ranked.slice(0, leading.length + following.length).length === leading.length + following.length,
          'too many',
        ),
        ...(leading[0] ? wrongReason(week, leading[0].series, reason) : ['nobody leads']),
      ]
    },
  }
}

function only(side: 'up' | 'down'): ClaimOracle {
  return {
    type: `only ${side}`,
    pattern: {
      zh: new RegExp(`^只有(?<first>[^（]+?)${ZH_REASON}为${side === 'up' ? '正' : '负'}。$`),
      en: new RegExp(`^Only (?<first>.+?%)${EN_REASON} was ${side === 'up' ? 'positive' : 'negative'}\\.$`),
    },
    faults: ({ first, ...reason }, week) => {
      const ranked = rankedBy(week, 'week', side)
      const [item] = week.items(first)
      if (!item) return ['nobody is named']
      return [
        ...expectThat(ranked.length === 1 && ranked[0]?.series === item.series, 'it is not the only one'),
        ...wrongItems(week, [item], 'week'),
        ...wrongReason(week, item.series, reason),
      ]
    },
  }
}

function none(side: 'up' | 'down'): ClaimOracle {
  return {
    type: `none ${side}`,
    pattern: {
      zh: new RegExp(`^没有因子的多空收益为${side === 'up' ? '正' : '负'}。$`),
      en: new RegExp(`^No factor had a ${side === 'up' ? 'positive' : 'negative'} long–short return\\.$`),
    },
    faults: (_, week) => expectThat(rankedBy(week, 'week', side).length === 0, 'a factor is'),
  }
}

export const turn: ClaimOracle = {
  type: 'reversal',
  pattern: {
    zh: /^(?<name>.+?)本周 (?<now>[+−][\d.]+)%，与 (?:(?<label>\d+ 月)的 (?<month>[+−][\d.]+)% 和 )?(?<labelYear>\d+) 年以来的 (?<year>[+−][\d.]+)% 方向相反$/,
    en: /^(?<name>.+?) returned (?<now>[+−][\d.]+)% this week, against (?:(?<month>[+−][\d.]+)% in \w+ and )?(?<year>[+−][\d.]+)% in (?<labelYear>\d+) so far$/,
  },
  faults: ({ name = '', now = '', month, year = '' }, week) => {
    const series = week.named(name.trim())
    const value = (window: PlainWindow) => week.value(series, primaryOf(series), window)
    const [own, other] = [sign(value('week')), sign(value('year'))]
    return [
      ...expectThat(prints(numberOf(now), value('week')) && prints(numberOf(year), value('year')), 'wrong figures'),
      ...expectThat(own !== other && own !== 'flat' && other !== 'flat', 'not against the year'),
      ...(month === undefined
        ? []
        : expectThat(
            prints(numberOf(month), value('month')) && sign(value('month')) === other,
            'not against the month',
          )),
    ]
  },
}

const longer: ClaimOracle = {
  type: 'month and year',
  pattern: {
    zh: /^(?:\d+ 月(?<month>[^，]+?)，\d+ 年(?<year>[^；]+)|\d+ 年 \d+ 月(?<january>[^；]+))；年初至今(?<best>[^（）]+?%) 最好(?<bestReason>（.+?）)?(?:，(?<worst>[^（）]+?) 最差(?<worstReason>（.+?）)?)?。$/,
    en: /^(?:\w+: (?<month>[^;]+); \d+: (?<year>[^.]+)|\w+ \d+: (?<january>[^.]+))\. Best year to date (?<best>.+?%)(?<bestReason> \(.+?\))?(?:, worst (?<worst>.+?%)(?<worstReason> \(.+?\))?)?\.$/,
  },
  faults: ({ month, year, january, best, bestReason, worst, worstReason }, week) => {
    const known = week.factors.filter((series) => week.value(series, 'longShort', 'year') !== null)
    const values = known.map((series) => Number(week.value(series, 'longShort', 'year')))
    const [top, bottom] = [week.items(best), week.items(worst)]
    return [
      ...(january === undefined
        ? [...wrongTally(month, 'month', week), ...wrongTally(year, 'year', week)]
        : [...wrongTally(january, 'year', week), ...wrongTally(january, 'month', week)]),
      ...wrongItems(week, [...top, ...bottom], 'year'),
      ...expectThat(
        top.every(({ percent }) => prints(percent, Math.max(...values))),
        'not the best',
      ),
      ...expectThat(
        worst === undefined || bottom.every(({ percent }) => prints(percent, Math.min(...values))),
        'not the worst',
      ),
      ...expectThat(
        worst !== undefined || prints(top[0]?.percent ?? Number.NaN, Math.min(...values)),
        'no worst is named',
      ),
      ...[
        ...(top.length === 1 ? [[top[0], bestReason] as const] : []),
        ...(bottom.length === 1 ? [[bottom[0], worstReason] as const] : []),
      ].flatMap(([item, reason]) => (item ? wrongYearReason(week, item.series, reason) : [])),
    ]
  },
}

const longerNone: ClaimOracle = {
  type: 'no year yet',
  pattern: { zh: /^\d+ 年至今没有可计算的因子。$/, en: /^No factor has a return for \d+ yet\.$/ },
  faults: (_, week) =>
    expectThat(
      week.factors.every((series) => week.value(series, 'longShort', 'year') === null),
      'a factor has a value',
    ),
}

const PORTFOLIO = {
  zh: new RegExp(
    `^(?<name>.+?)(?:(?<side>跑赢|跑输)基准 (?<size>[\\d.]+)%|与基准持平)${ZH_REASON}(?:，(?<label>\\d+) 年超额 (?<year>[+−]?[\\d.]+)%)?(?:，周胜率 (?<wins>\\d+)/(?<weeks>\\d+))?$`,
  ),
  en: new RegExp(
    `^(?<name>.+?) (?:(?<side>beat|lagged) its index by (?<size>[\\d.]+)%|matched its index)${EN_REASON}(?:, (?<year>[+−]?[\\d.]+)% in (?<label>\\d+))?(?:, ahead of its index in (?<wins>\\d+) of (?<weeks>\\d+) weeks)?$`,
  ),
}

const portfolios: ClaimOracle = {
  type: 'portfolios',
  pattern: {
    zh: /^(?<all>[^。]+?(?:跑赢|跑输|持平)[^。]*)。$/,
    en: /^(?<all>.+? (?:beat|lagged|matched) its index.*)\.$/,
  },
  faults: ({ all = '' }, week) => {
    const parts = all.split(week.language === 'zh' ? '；' : '; ')
    const known = week.portfolios.filter((series) => week.value(series, 'excess', 'week') !== null)
    return [
      ...expectThat(parts.length === known.length, `${known.length} portfolios have a week`),
      ...parts.flatMap((part) => {
        const said = PORTFOLIO[week.language].exec(part)?.groups
        return said ? wrongPortfolio(said, week) : [`not understood: ${part}`]
      }),
    ]
  },
}

function wrongPortfolio(
  { name = '', side, size = '0', year, wins, weeks, ...reason }: Said,
  week: PlainWeek,
): string[] {
  const series = week.named(name.trim())
  const [now, toDate] = [week.value(series, 'excess', 'week'), week.value(series, 'excess', 'year')]
  const won = winsOf(week, series)
  const expected = side === undefined ? 'flat' : side === '跑赢' || side === 'beat' ? 'up' : 'down'
  return [
    ...expectThat(sign(now) === expected && prints(Number(size), Math.abs(Number(now))), `${name} has another excess`),
    ...expectThat(year === undefined ? toDate === null : prints(numberOf(year), toDate), `${name} has another year`),
    ...expectThat(
      (wins ?? '0') === `${won.wins}` && (weeks ?? '0') === `${won.weeks}`,
      `${name} won ${won.wins} of ${won.weeks}`,
    ),
    ...wrongReason(week, series, reason),
  ]
}

const noPortfolios: ClaimOracle = {
  type: 'no portfolio',
  pattern: { zh: /^本周没有可计算的组合。$/, en: /^No portfolio has a return this week\.$/ },
  faults: (_, week) =>
    expectThat(
      week.portfolios.every((series) => week.value(series, 'excess', 'week') === null),
      'a portfolio has',
    ),
}

/** Patterns with more words come first: the first that matches judges the sentence. */
export const POINT_ORACLES = [
  only('up'),
  only('down'),
  none('up'),
  none('down'),
  leaders('up'),
  leaders('down'),
  longer,
  longerNone,
  portfolios,
  noPortfolios,
]
