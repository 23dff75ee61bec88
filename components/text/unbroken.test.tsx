import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { unbrokenDates, unbrokenName, unbrokenTitle } from './unbroken'

test('a number stays with its unit, and dates stay whole', () => {
  const markup = (text: string) => renderToStaticMarkup(unbrokenName(text)).replaceAll('whitespace-nowrap', '…')
  expect(markup('Multi-granularity model, 10-day label')).toBe(
    '<span>Multi-granularity model, <span class="…">10-day</span> label</span>',
  )
  for (const name of ['多颗粒度模型-5 日标签', 'Improved GRU(50,2)+NN(10)', 'Post-open buying'])
    expect(markup(name)).toBe(name)
  expect(renderToStaticMarkup(unbrokenDates('2024-08-26 to 2024-08-30'))).toMatch(
    /^<span><span [^>]*>2024-08-26<\/span> to <span [^>]*>2024-08-30<\/span><\/span>$/,
  )
})

test.each([
  ['Intraday high-frequency skewness', ['high-frequency']],
  ['Multi-granularity model, 10-day label', ['Multi-granularity', '10-day']],
  ['Large-order-driven gain', ['Large-order-driven']],
  ['Residual-attention LSTM(48,2)+NN(10)', ['Residual-attention']],
  ['改进 GRU(50,2)+NN(10)', []],
  ['A-name-of-so-many-words', []],
])('the title %j keeps its words whole', (title, whole) => {
  const markup = renderToStaticMarkup(unbrokenTitle(title))
  expect(Array.from(markup.matchAll(/nowrap">([^<]*)</g), ([, word]) => word)).toEqual(whole)
  expect(markup.replace(/<[^>]*>/g, '')).toBe(title)
})
