import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, it, vi } from 'vitest'
import { MarkupElement } from './markup-element'
import { SentOnce } from './sent-once'

const CONTENT = (
  <>
    <b>因子 {'<'} 1</b> and <i className="x">more</i>
  </>
)

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('has the markup of its content', () => {
  const shown = renderToStaticMarkup(
    <SentOnce as="p" id="a" className="text">
      {CONTENT}
    </SentOnce>,
  )
  const plain = renderToStaticMarkup(
    <p id="a" className="text">
      {CONTENT}
    </p>,
  )
  expect(shown.replace(/ data-markup="[\w-]{12}"/, '')).toBe(plain)
  expect(shown).not.toBe(plain)
})

it('is an element like others inside another one', () => {
  const shown = renderToStaticMarkup(
    <SentOnce as="section">
      <SentOnce as="p">{CONTENT}</SentOnce>
    </SentOnce>,
  )
  expect(shown.match(/data-markup/g)).toHaveLength(1)
  expect(shown).toContain('<p><b>')
})

it('preloads no picture that has other sources', () => {
  // biome-ignore lint/performance/noImgElement: a picture element needs it
  const image = <img src="phone.svg" alt="" />
  const shown = renderToStaticMarkup(
    <SentOnce as="picture">
      <source media="(min-width: 721px)" srcSet="wide.svg" />
      {image}
    </SentOnce>,
  )
  expect(shown).not.toContain('preload')
  expect(() => renderToStaticMarkup(<SentOnce as="p">{image}</SentOnce>)).toThrow(
    'p has content that React puts before it',
  )
})

it('shows in the browser what the page has', () => {
  const content = vi.fn((selector: string) => (selector === '[data-markup="known"]' ? { innerHTML: '<b>1</b>' } : null))
  vi.stubGlobal('document', { querySelector: content })
  const show = (name: string) => renderToStaticMarkup(<MarkupElement tag="p" name={name} attributes={{ id: 'a' }} />)
  expect(show('known')).toBe('<p id="a" data-markup="known"><b>1</b></p>')
  // React in development says that the content could not become a text.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(() => show('unknown')).toThrow('the markup unknown is not there')
})
