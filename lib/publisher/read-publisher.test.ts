import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NEUTRAL_PUBLISHER } from './neutral'
import { readPublisher } from './read-publisher'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'publisher-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const NAMES = {
  name: { zh: '某研究', en: 'Some Research' },
  reportKind: { zh: '周报', en: 'Weekly' },
  accent: '#204080',
}
const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path id="a" d="M0 0h1v1z"/><use href="#a"/></svg>'

function read(settings: object) {
  const file = join(folder, 'publisher.json')
  writeFileSync(file, JSON.stringify(settings))
  return readPublisher(file)
}

describe('readPublisher', () => {
  it('returns the neutral publisher without a file, and fills in missing settings', () => {
    expect(readPublisher(null)).toBe(NEUTRAL_PUBLISHER)
    const { disclosures, shortDisclosure } = NEUTRAL_PUBLISHER
    expect(read(NAMES)).toEqual({
      ...NAMES,
      logoSvg: null,
      authors: [],
      contact: { zh: [], en: [] },
      disclosures,
      shortDisclosure,
    })
  })

  it('replaces the disclosures of a topic, from the settings or a file beside them, and keeps the others', () => {
    const costs = { text: { zh: '已扣除全部成本。', en: 'After all costs.' } }
    writeFileSync(join(folder, 'disclosures.json'), JSON.stringify({ costs }))
    for (const disclosures of [{ costs }, 'disclosures.json']) {
      const { en, zh } = read({ ...NAMES, disclosures }).disclosures
      expect(en).toHaveLength(7)
      expect(en[1]).toEqual({ title: 'Costs assumed', text: 'After all costs.' })
      expect(zh[1]).toEqual({ title: '成本假设', text: '已扣除全部成本。' })
      expect(en[0]).toEqual(NEUTRAL_PUBLISHER.disclosures.en[0])
    }
  })

  it('takes lists of disclosures instead of the default ones', () => {
    const own = { zh: [{ title: '用途', text: '内部使用。' }], en: [] }
    expect(read({ ...NAMES, disclosures: own }).disclosures).toEqual(own)
  })

  it('reads the logo from a file beside it, or from markup', () => {
    writeFileSync(join(folder, 'mark.svg'), MARK)
    expect(read({ ...NAMES, logo: 'mark.svg' }).logoSvg).toBe(MARK)
    expect(read({ ...NAMES, logoSvg: MARK }).logoSvg).toBe(MARK)
  })

  it.each([
    [{ ...NAMES, accent: 'blue' }, 'accent: is not a colour'],
    [{ ...NAMES, accent: '#ffff00' }, 'accent: is too light'],
    [{ ...NAMES, name: { zh: '某研究', en: ' ' } }, 'name.en: is empty'],
    [{ ...NAMES, disclosure: [] }, 'disclosure'],
    [{ ...NAMES, disclosures: { cost: {} } }, 'disclosures: Unrecognized key: "cost"'],
    [{ ...NAMES, disclosures: { costs: { text: { zh: '费', en: '' } } } }, 'disclosures.costs.text.en: is empty'],
    [{ ...NAMES, disclosures: 'absent.json' }, 'absent.json cannot be read'],
    [{ ...NAMES, authors: [{ name: { zh: '甲' } }] }, 'authors.0.name.en'],
    [{ ...NAMES, logo: 'absent.svg' }, 'absent.svg cannot be read'],
    [{ ...NAMES, logo: 5 }, 'logo: is not a file name'],
    [{ ...NAMES, logoSvg: 'PNG' }, 'logoSvg: is not an SVG'],
    [{ ...NAMES, logoSvg: MARK.replace('</svg>', '') }, 'logoSvg: is not an SVG'],
    [{ ...NAMES, logoSvg: MARK.replace('<path', '<path><g></path') }, 'logoSvg: is not an SVG'],
    [{ ...NAMES, logoSvg: MARK.replace(/ xmlns="[^"]*"/, '') }, 'logoSvg: is not an SVG'],
    [{ ...NAMES, logoSvg: MARK.replace(/ viewBox="[^"]*"/, ' width="0" height="0"') }, 'logoSvg: cannot be drawn'],
    [{ ...NAMES, logoSvg: `<!DOCTYPE svg>${MARK}` }, 'logoSvg: contains a script'],
    [{ ...NAMES, logoSvg: MARK.replace('<path', '<path\tonload="x()"') }, 'logoSvg: contains a script'],
    [{ ...NAMES, logoSvg: MARK.replace('<path', '<path fill="&#106;avascript:x()"') }, 'logoSvg: contains a script'],
    [
      {
        ...NAMES,
        logoSvg: MARK.replace('xmlns', 'xmlns:s="http://www.w3.org/2000/svg" xmlns').replace(
          '<path',
          '<s:script/><path',
        ),
      },
      'logoSvg: contains a script',
    ],
    [{ ...NAMES, logoSvg: MARK.replace('<path', '<set attributeName="href" to="x"/><path') }, 'contains a script'],
    [{ ...NAMES, logoSvg: MARK.replace('<path', '<path fill="url&#40;//example.com)"') }, 'refers to an external'],
    [{ ...NAMES, logoSvg: MARK.replace('<path', '<script>1</script><path') }, 'logoSvg: contains a script'],
    [{ ...NAMES, logoSvg: MARK.replace('<path', '<path onload="x()"') }, 'logoSvg: contains a script'],
    [
      { ...NAMES, logoSvg: MARK.replace('#a"/>', 'https://example.com/x"/>') },
      'logoSvg: refers to an external resource',
    ],
    [{ ...NAMES, logoSvg: MARK.replace('<path', '<path fill="url(//example.com)"') }, 'logoSvg: refers to an external'],
    [{ ...NAMES, logoSvg: MARK.replace('0h1', `0${' '.repeat(64_000)}h1`) }, 'logoSvg: is larger than 64 kB'],
  ])('refuses %o in a sentence that names the field', (settings, message) => {
    expect(() => read(settings)).toThrow(message)
  })

  it('refuses a file that is absent or not JSON', () => {
    expect(() => readPublisher(join(folder, 'absent.json'))).toThrow('PUBLISHER_FILE')
    writeFileSync(join(folder, 'publisher.json'), '{')
    expect(() => readPublisher(join(folder, 'publisher.json'))).toThrow('is not valid JSON')
  })
})
