import { describe, expect, it } from 'vitest'
import { readXml } from './read-xml'

/** Returns what a listener receives, one line for each event. */
function eventsOf(xml: string | Uint8Array): string[] {
  const lines: string[] = []
  readXml(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml, {
    open: (name, attributes) => lines.push(`<${[name, ...[...attributes].map((pair) => pair.join('='))].join(' ')}`),
    text: (text) => lines.push(text),
    close: (name) => lines.push(`>${name}`),
  })
  return lines
}

describe('readXml', () => {
  it('reports elements, attributes and text without prefixes, with entities decoded', () => {
    expect(
      eventsOf('<?xml version="1.0"?><x:row r:id="a&amp;b"><c t=\'s\'>1 &lt; &#50;&#x33;</c><![CDATA[<&]]></x:row>'),
    ).toEqual(['<row id=a&b', '<c t=s', '1 < 23', '>c', '<&', '>row'])
  })

  it('reads UTF-16 with its mark, and a character that two pieces share', () => {
    const utf16 = Buffer.from('\uFEFF<a>因</a>', 'utf16le')
    expect(eventsOf(utf16)).toEqual(['<a', '因', '>a'])
    const long = `${'x'.repeat(65_532)}因子`
    expect(eventsOf(`<a>${long}</a>`).slice(1, -1).join('')).toBe(long)
  })

  it('reads an attribute of a megabyte', () => {
    expect(eventsOf(`<a b="${'x'.repeat(1_000_000)}"/>`)[0]).toHaveLength(1_000_005)
  })

  const LAUGHS = '<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;&l;&l;&l;&l;&l;">]><a>&m;</a>'
  it.each([
    ['a billion laughs', LAUGHS],
    ['an external entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
    ['an external document type', '<!DOCTYPE a SYSTEM "http://evil.example/a.dtd"><a/>'],
    ['an entity that nothing defines', '<a>&nothing;</a>'],
    ['elements nested too deep', '<a>'.repeat(100_000)],
    ['elements nested too deep that are closed', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`],
    ['a text that ends in an element', '<a><b>1</b'],
    ['a text that ends in an attribute', '<a b="1'],
    ['a text that ends before its elements', '<a><b>1</b>'],
    ['elements that overlap', '<a><b></a></b>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a character that XML has not', '<a>&#0;</a>'],
    ['a number that is no character', '<a>&#x110000;</a>'],
    ['nothing', ''],
    ['no XML', 'date,long,short'],
  ])('refuses %s', (_, xml) => expect(() => eventsOf(xml)).toThrow(expect.objectContaining({ rule: 'broken-archive' })))
})
