import type { Bilingual, Disclosure } from './publisher'

/** What a disclosure is about. A publisher may replace each of them. */
export const DISCLOSURE_TOPICS = [
  'hypothetical',
  'costs',
  'sources',
  'advice',
  'distribution',
  'analyst',
  'conflicts',
] as const
export type DisclosureTopic = (typeof DISCLOSURE_TOPICS)[number]

/** One disclosure in each language. */
export interface TopicText {
  title: Bilingual
  text: Bilingual
}

/** The default texts, which name no publisher, law or place. */
export const DEFAULT_DISCLOSURES: Record<DisclosureTopic, TopicText> = {
  hypothetical: {
    title: { zh: '模拟与回测', en: 'Hypothetical and back-tested results' },
    text: {
      zh: '文中因子与组合的收益为按既定规则由历史数据模拟的结果，并非任何账户的实际业绩。模拟在事后进行，可能受参数选择、样本、数据修订与幸存者偏差影响，也不反映实盘的成交、容量与资金约束，实际结果可能显著不同。历史与模拟业绩均不预示未来收益。',
      en: 'Returns of factors and portfolios are simulated from historical data by stated rules; they are not the results of any account. A simulation is made with hindsight. It may depend on the choice of parameters and samples, on revised data and on the survival of stocks, and leaves out the execution, capacity and funding limits of real trading; actual results may differ widely. Neither past nor hypothetical results predict future returns.',
    },
  },
  costs: {
    title: { zh: '成本假设', en: 'Costs assumed' },
    text: {
      zh: '因子多空收益未计交易成本、融券费用、冲击成本与税费。组合收益已按组合一节所列的双边费率扣除交易成本，未计管理费、冲击成本与税费；计入后收益会更低。',
      en: 'Long–short returns of factors are before transaction costs, borrowing fees, market impact and taxes. Portfolio returns are after the round-trip cost given with the portfolios, and before management fees, market impact and taxes; with these they would be lower.',
    },
  },
  sources: {
    title: { zh: '数据来源', en: 'Data sources' },
    text: {
      zh: '全部数值由页脚所列数据版本的日收益计算得到，计算方法见定义一节。数据来自发布方认为可靠的来源，但不保证其准确、完整或及时。数据修订后会形成新的版本，同一周的数值可能因此改变；旧版本仍可查阅。',
      en: 'All figures are computed from the daily returns of the data version in the footer; methods are in the section of definitions. The data come from sources that the publisher considers reliable, without a warranty that they are accurate, complete or timely. Corrections make a new version, in which the figures of the same week may differ; earlier versions remain available.',
    },
  },
  advice: {
    title: { zh: '非投资建议', en: 'No investment advice' },
    text: {
      zh: '本文件仅供了解因子与组合的历史表现，不构成投资建议，也不构成买卖任何证券或参与任何交易策略的要约或招揽。文件未考虑任何读者的投资目标、财务状况与需求，读者应独立判断并自行承担风险。',
      en: 'This document informs about the past performance of factors and portfolios. It is not investment advice, and neither an offer nor a solicitation to trade any security or to follow any strategy. It does not consider the objectives, means or needs of any reader, who decides independently and bears the risk.',
    },
  },
  distribution: {
    title: { zh: '发送范围', en: 'Distribution' },
    text: {
      zh: '本文件仅供发布方直接发送的机构与专业投资者使用。未经书面许可，不得向他人转发、摘录或公开引用。在法律或监管不允许发送的地区，本文件不面向任何人。',
      en: 'For institutional and professional investors to whom the publisher sends it. It may not be passed on, excerpted or quoted in public without written permission, and is not directed at anybody where law or regulation would not allow its distribution.',
    },
  },
  analyst: {
    title: { zh: '分析师声明', en: 'Analyst’s statement' },
    text: {
      zh: '文中数值与语句由程序依据数据自动生成，计算方法对各因子与组合一致，未经人工挑选或修改。署名作者对所用方法负责，其薪酬与文中任何结果不直接相关。',
      en: 'Figures and sentences are made from the data by a program, by the same methods for each factor and portfolio, and none is chosen or changed by hand. The authors named answer for the methods; no part of their pay depends directly on a result shown.',
    },
  },
  conflicts: {
    title: { zh: '利益冲突', en: 'Conflicts of interest' },
    text: {
      zh: '发布方及其关联方、员工与客户可能持有文中因子或组合所涉及的证券，可能采用相同或相反的策略，并可能在文件发布前后交易。发布方可能为相关发行人提供服务，或寻求提供服务。',
      en: 'The publisher, its affiliates, staff and clients may hold securities in the factors or portfolios shown, may follow the same or opposite strategies, and may trade before or after publication. The publisher may serve, or seek to serve, the issuers concerned.',
    },
  },
}

/** What the analyst states by default of a week of which a desk wrote texts. */
const WRITTEN_ANALYST: Bilingual = {
  zh: '文中数值由程序依据数据计算，计算方法对各因子与组合一致，未经人工修改。标题、要点与点评可由署名作者撰写；作者对所用方法与所写内容负责，其薪酬与文中任何结果不直接相关。',
  en: 'Figures are computed from the data by a program, by the same methods for each factor and portfolio, and none is changed by hand. Headline, key points and commentaries may be written by the authors named, who answer for them and for the methods; no part of their pay depends directly on a result shown.',
}

/** Returns the disclosures of a publisher for a week of which a desk wrote texts: the default ones say that nobody did. */
export function disclosuresOfWritten(disclosures: readonly Disclosure[], locale: keyof Bilingual): Disclosure[] {
  const drafted = DEFAULT_DISCLOSURES.analyst.text[locale]
  return disclosures.map((own) => (own.text === drafted ? { ...own, text: WRITTEN_ANALYST[locale] } : own))
}

/** The default short form, for a document of one page. */
export const DEFAULT_SHORT_DISCLOSURE: Bilingual = {
  zh: '收益为按规则模拟的历史结果，因子未计成本，组合已扣除所列交易成本，均不预示未来收益；仅供专业投资者参考，不构成投资建议。发布方及关联方可能持有相关证券。完整披露见周报文末。',
  en: 'Returns are simulated from historical data by rules: factors before costs, portfolios after the stated trading costs. They do not predict future returns. For professional investors; not investment advice. The publisher and its affiliates may hold the securities concerned. Full disclosures are at the end of the report.',
}

/** Returns the disclosures of a language, in the order of the topics. */
export function disclosuresIn(texts: Record<DisclosureTopic, TopicText>, locale: keyof Bilingual): Disclosure[] {
  return DISCLOSURE_TOPICS.map((topic) => ({ title: texts[topic].title[locale], text: texts[topic].text[locale] }))
}
