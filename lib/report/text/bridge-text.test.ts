import { expect, it } from 'vitest'
import { translatorFor } from '@/lib/messages/translate'
import { bridgeText } from './bridge-text'

const bridge = {
  from: '2024-01-02',
  to: '2024-08-30',
  leg: -0.28,
  against: -0.26173,
  difference: -0.01827,
  ratio: -0.02475,
}

it('says both figures of a factor with the returns of its legs', () =>
  expect(bridgeText('factor', bridge, translatorFor('en'))).toBe(
    '2024-01-02 to 2024-08-30: long −28.00%, short −26.17%; difference −1.83% (tables and bars), NAV ratio −2.48% (lines and statistics).',
  ))

it('names portfolio and index, also in Chinese', () =>
  expect(bridgeText('portfolio', bridge, translatorFor('zh'))).toMatch(
    /组合 −28\.00%，基准 −26\.17%；差值 −1\.83%.*净值比 −2\.48%/,
  ))
