/** The catalogue's texts of the demo's factors, in the order of the report. */

export interface FactorText {
  code: string
  rebalance: 'monthly' | 'weekly'
  nameZh: string
  nameEn: string
  shortNameZh: string
  shortNameEn: string
  descriptionZh: string
  descriptionEn: string
  referenceZh: string | null
  referenceEn: string | null
}

const NO_REFERENCE = { referenceZh: null, referenceEn: null }

const SERIES_64 = {
  referenceZh: '选股因子系列研究（六十四）——基于直观逻辑和机器学习的高频数据低频化应用',
  referenceEn:
    'Stock-selection factor research (64): bringing high-frequency data to low frequency by plain logic and machine learning',
}

export const FACTOR_TEXTS: FactorText[] = [
  {
    code: 'intraday-skewness',
    rebalance: 'monthly',
    nameZh: '日内高频偏度',
    nameEn: 'Intraday high-frequency skewness',
    shortNameZh: '高频偏度',
    shortNameEn: 'Skewness',
    descriptionZh:
      '由日内分钟收益率计算每日的已实现偏度，取当月均值后反号。偏度高，说明上涨集中在少数几分钟，这样的股票像彩票，容易被追捧而高估；因子值越大即偏度越低，预期收益越高。',
    descriptionEn:
      'Realised skewness of each day’s minute returns, averaged over the month, with its sign turned. High skewness means that the gains fall in a few minutes: such lottery-like stocks tend to be bid up too far, so low skewness, a high factor value, should earn more.',
    referenceZh: '选股因子系列研究（十九）——高频因子之股票收益分布特征',
    referenceEn: 'Stock-selection factor research (19): the distribution of returns as a high-frequency factor',
  },
  {
    code: 'downside-volatility-share',
    rebalance: 'monthly',
    nameZh: '日内下行波动占比',
    nameEn: 'Intraday downside volatility share',
    shortNameZh: '下行波动占比',
    shortNameEn: 'Downside volatility',
    descriptionZh:
      '每日负的分钟收益率平方和除以全部分钟收益率平方和，取当月均值。占比高说明价格以急跌缓涨的方式波动，承担这种风险的投资者要求补偿，预期收益为正；占比低的股票急涨缓跌，往往已经透支。',
    descriptionEn:
      'Sum of the squared negative minute returns over the sum of all squared minute returns, averaged over the month. A high share means sharp falls and slow rises, a risk for which holders want to be paid, so the expected sign is positive; stocks with sharp rises have often run ahead of themselves.',
    referenceZh: '选股因子系列研究（二十五）——高频因子之已实现波动分解',
    referenceEn: 'Stock-selection factor research (25): realised volatility taken apart, as a high-frequency factor',
  },
  {
    code: 'post-open-buy-intention-share',
    rebalance: 'monthly',
    nameZh: '开盘后买入意愿占比',
    nameEn: 'Post-open buying intention share',
    shortNameZh: '买入意愿占比',
    shortNameEn: 'Buying intention share',
    descriptionZh:
      '买入意愿等于净主动买入金额加上委托簿中净增加的买单金额。取每日开盘后半小时的买入意愿除以同期成交额，再按月平均。隔夜信息在开盘后集中消化，此时既成交又挂单的买方多为知情者，预期收益为正。',
    descriptionEn:
      'Buying intention is the net amount bought by aggressive orders plus the net increase of bids in the order book. That of the first half hour is divided by the turnover of the same time and averaged over the month. Overnight news is priced just after the open, when those who both trade and queue to buy tend to be informed: the expected sign is positive.',
    ...SERIES_64,
  },
  {
    code: 'post-open-buy-intention-strength',
    rebalance: 'monthly',
    nameZh: '开盘后买入意愿强度',
    nameEn: 'Post-open buying intention strength',
    shortNameZh: '买入意愿强度',
    shortNameEn: 'Buying intention strength',
    descriptionZh:
      '开盘后半小时内逐分钟买入意愿的均值除以其标准差，再按月平均。与占比相比，它看重买入是否持续稳定而不是规模，少数几笔大额委托难以左右，预期收益为正。',
    descriptionEn:
      'Mean of the minute-by-minute buying intention of the first half hour over its standard deviation, averaged over the month. Beside the share it rewards buying that is steady rather than large, so a few big orders move it little; the expected sign is positive.',
    ...SERIES_64,
  },
  {
    code: 'post-open-large-order-net-buy-share',
    rebalance: 'monthly',
    nameZh: '开盘后大单净买入占比',
    nameEn: 'Post-open large-order net buying share',
    shortNameZh: '大单净买入占比',
    shortNameEn: 'Large net buying share',
    descriptionZh:
      '用逐笔成交还原每张委托单，把金额明显高于该股平均水平的记为大单。取开盘后半小时大单买入减大单卖出的金额，除以同期成交额，按月平均。大单多出自机构，净买入反映其看法，预期收益为正。',
    descriptionEn:
      'Orders are rebuilt from tick-by-tick trades, and those well above the stock’s usual size count as large. Large purchases less large sales in the first half hour, over the turnover of that time, are averaged over the month. Large orders come mostly from institutions, whose net buying shows their view: the expected sign is positive.',
    ...NO_REFERENCE,
  },
  {
    code: 'post-open-large-order-net-buy-strength',
    rebalance: 'monthly',
    nameZh: '开盘后大单净买入强度',
    nameEn: 'Post-open large-order net buying strength',
    shortNameZh: '大单净买入强度',
    shortNameEn: 'Large net buying strength',
    descriptionZh:
      '开盘后半小时内逐分钟大单净买入金额的均值除以其标准差，按月平均。它衡量大资金建仓的连续程度：分批稳步买入比一次性冲击更可能包含信息，预期收益为正。',
    descriptionEn:
      'Mean of the minute-by-minute net amount bought by large orders in the first half hour over its standard deviation, averaged over the month. It measures how continuously large money builds a position: buying in steady slices is likelier to be informed than a single push, so the expected sign is positive.',
    ...NO_REFERENCE,
  },
  {
    code: 'improved-reversal',
    rebalance: 'monthly',
    nameZh: '改进反转',
    nameEn: 'Improved reversal',
    shortNameZh: '改进反转',
    shortNameEn: 'Improved reversal',
    descriptionZh:
      '累计过去一个月每日开盘半小时以后的日内收益，剔除隔夜和开盘阶段，再反号。隔夜与开盘的涨跌含有新信息，不易反转；盘中的涨跌更多来自情绪和流动性冲击，过后容易回吐，因此前期盘中跌幅大的股票预期收益高。',
    descriptionEn:
      'Returns of the past month, counted only from half an hour after each open to the close, with their sign turned. Moves overnight and at the open carry news and tend to stay; those later in the day owe more to sentiment and liquidity and tend to be given back, so stocks that fell during the day should earn more.',
    ...NO_REFERENCE,
  },
  {
    code: 'closing-volume-share',
    rebalance: 'monthly',
    nameZh: '尾盘成交占比',
    nameEn: 'Closing-session volume share',
    shortNameZh: '尾盘成交占比',
    shortNameEn: 'Closing volume share',
    descriptionZh:
      '每日收盘前半小时成交量占全天的比例，取当月均值后反号。尾盘成交集中，多半是短线资金博弈或有意影响收盘价，这些股票随后偏弱；占比低即因子值大的股票预期收益高。',
    descriptionEn:
      'Share of the last half hour in the day’s volume, averaged over the month, with its sign turned. Trading crowded into the close often is short-term speculation or an attempt to move the closing price, and such stocks tend to lag; a low share, a high factor value, should earn more.',
    ...NO_REFERENCE,
  },
  {
    code: 'average-outflow-per-trade',
    rebalance: 'monthly',
    nameZh: '平均单笔流出金额占比',
    nameEn: 'Average outflow per trade share',
    shortNameZh: '单笔流出占比',
    shortNameEn: 'Outflow per trade',
    descriptionZh:
      '下跌分钟内的平均每笔成交金额除以全天的平均每笔成交金额，按月平均。下跌时单笔金额偏大，说明有大资金在低位承接散户的抛售，预期收益为正。',
    descriptionEn:
      'Average amount per trade in the minutes in which the price falls over that of the whole day, averaged over the month. Larger trades in falling minutes suggest that large money takes what small holders sell at low prices: the expected sign is positive.',
    ...NO_REFERENCE,
  },
  {
    code: 'large-order-driven-gain',
    rebalance: 'monthly',
    nameZh: '大单推动涨幅',
    nameEn: 'Large-order-driven gain',
    shortNameZh: '大单推动涨幅',
    shortNameEn: 'Large-order gain',
    descriptionZh:
      '挑出当日平均每笔成交金额最高的三成分钟，把这些分钟的收益连乘，得到大单推动的涨幅，按月累计后反号。由少数大单推高的价格常有过度反应，随后回落，因此涨幅小即因子值大的股票预期收益高。',
    descriptionEn:
      'The minutes of a day whose average trade is largest, three in ten, are chosen and their returns compounded; the gain so driven by large orders is accumulated over the month and its sign turned. Prices pushed up by a few large orders often overshoot and fall back, so a small gain, a high factor value, should earn more.',
    ...NO_REFERENCE,
  },
  {
    code: 'improved-gru',
    rebalance: 'weekly',
    nameZh: '改进 GRU(50,2)+NN(10)',
    nameEn: 'Improved GRU(50,2)+NN(10)',
    shortNameZh: '改进 GRU',
    shortNameEn: 'Improved GRU',
    descriptionZh:
      '把个股过去一段时间由分钟和逐笔数据汇总的日度特征按顺序送入两层、每层 50 个单元的门控循环网络，再经 10 个单元的全连接层，输出对未来收益的预测。预测值即因子值，越大预期收益越高。',
    descriptionEn:
      'Daily features distilled from a stock’s minute and tick data go in order through a gated recurrent network of two layers with 50 units each, then through a dense layer of 10 units that forecasts the coming return. The forecast is the factor: higher should earn more.',
    ...NO_REFERENCE,
  },
  {
    code: 'residual-attention-lstm',
    rebalance: 'weekly',
    nameZh: '残差注意力 LSTM(48,2)+NN(10)',
    nameEn: 'Residual-attention LSTM(48,2)+NN(10)',
    shortNameZh: '残差注意力 LSTM',
    shortNameEn: 'Residual LSTM',
    descriptionZh:
      '输入同为高频数据汇总的日度特征序列，网络换成两层、每层 48 个单元的长短期记忆网络，用注意力决定各日的权重，并以残差连接保留原始特征，最后经 10 个单元的全连接层输出收益预测。预测值越大，预期收益越高。',
    descriptionEn:
      'The same kind of daily feature sequences go through a long short-term memory network of two layers with 48 units each; attention weighs the days, residual connections keep the original features, and a dense layer of 10 units gives the forecast. Higher forecasts should earn more.',
    ...NO_REFERENCE,
  },
  {
    code: 'multi-granularity-5d',
    rebalance: 'weekly',
    nameZh: '多颗粒度模型-5 日标签',
    nameEn: 'Multi-granularity model, 5-day label',
    shortNameZh: '多颗粒度 5 日',
    shortNameEn: 'Multi-gran. 5d',
    descriptionZh:
      '用双向 AGRU（带注意力的门控循环网络）分别学习从日内到周度等多种时间颗粒度的量价序列，再合成一个预测，训练目标为未来 5 个交易日的收益。标签短，反应快而换手高；预测值越大，预期收益越高。',
    descriptionEn:
      'Bidirectional AGRUs (gated recurrent networks with attention) learn price and volume sequences at several time scales, from intraday to weekly, and their outputs are joined into one forecast, trained on the return of the next 5 trading days. The short label reacts quickly at the price of turnover; higher forecasts should earn more.',
    ...NO_REFERENCE,
  },
  {
    code: 'multi-granularity-10d',
    rebalance: 'weekly',
    nameZh: '多颗粒度模型-10 日标签',
    nameEn: 'Multi-granularity model, 10-day label',
    shortNameZh: '多颗粒度 10 日',
    shortNameEn: 'Multi-gran. 10d',
    descriptionZh:
      '结构与 5 日标签的模型相同，训练目标换成未来 10 个交易日的收益。标签较长，信号更平稳、换手更低，两个指数增强组合以它作为预期超额收益；预测值越大，预期收益越高。',
    descriptionEn:
      'The model of the 5-day label, trained on the return of the next 10 trading days instead. The longer label makes a steadier signal with less turnover, and both index-enhanced portfolios take their expected excess returns from it; higher forecasts should earn more.',
    ...NO_REFERENCE,
  },
]
