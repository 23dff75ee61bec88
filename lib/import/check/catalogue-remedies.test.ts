/** Remedies for faults of a catalogue, with locations that fit the format of the file. */
import { describe, expect, it } from 'vitest'
import { checkFields, parseCatalogue } from '@/lib/import/layout/parse-catalogue'
import { FaultLog } from '@/lib/import/outcome/fault'
import { emptyStore } from '@/lib/testing/database/test-store'
import { SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { TEXT_FORMS, type TextTable } from '@/lib/testing/import/write-table'
import { writeXlsx } from '@/lib/testing/import/write-xlsx'

function remediesOf(content: unknown): string[] {
  const faults = new FaultLog('catalogue.json')
  expect(checkFields(content, faults)).toBeNull()
  return faults.kept.map(({ remedy }) => remedy)
}

it.each([
  ['factors', 'nameZh', 5, 'Write a text that is not blank.'],
  ['factors', 'nameZh', ' ', 'Write a text that is not blank.'],
  ['factors', 'nameZh', undefined, 'Add the field. Write a text that is not blank.'],
  ['factors', 'referenceEn', 5, 'Write a text that is not blank, or null.'],
  [
    'factors',
    'code',
    'a b',
    'Write 1 to 64 letters, digits, dots, hyphens or underscores, the first a letter or digit.',
  ],
  ['factors', 'position', 'first', 'Write a whole number from 1 to 999999.'],
  ['factors', 'position', 1.5, 'Write a whole number from 1 to 999999.'],
  ['factors', 'position', 5_000_000_000, 'Write a whole number from 1 to 999999.'],
  ['factors', 'inception', '2017-02-30', 'Write a date that exists as YYYY-MM-DD.'],
  ['factors', 'inception', 20170103, 'Write a date that exists as YYYY-MM-DD.'],
  ['factors', 'rebalance', 'daily', 'Write weekly or monthly.'],
  ['factors', 'rebalance', undefined, 'Add the field. Write weekly or monthly.'],
  ['markets', 'dailyReturnMax', 0, 'Write a decimal fraction above 0, or leave it empty for the usual limit.'],
  [
    'markets',
    'zone',
    8,
    'Remove it, or correct its name; the fields are code, nameZh, nameEn, dailyReturnMax, calendar, tradingDaysPerYear.',
  ],
  ['markets', 'calendar', 'Shanghai Exchange', 'Write the code of an exchange, such as XSHG, or leave it empty.'],
  ['markets', 'tradingDaysPerYear', 0, 'Write a number of days from 1 to 366, or leave it empty for 252.'],
  ['portfolios', 'oneWayTurnoverMax', 30, 'Write a decimal fraction from 0 to 1.'],
  ['portfolios', 'sizeExposureMax', 'x', 'Write a number.'],
  ['portfolios', 'sizeExposureMin', 1, 'Write a number that is not above sizeExposureMax.'],
  ['portfolios', 'roundTripCostBps', -1, 'Write a number of basis points from 0 on.'],
  ['reportIssues', 'issueDate', '2024-08-29', 'Write a day that is not before weekEnd.'],
  ['reportIssues', 'authorsEn', 'A', 'Write a list of texts.'],
  ['reportIssues', 'related', 'none', 'Write a list in square brackets; it may be empty.'],
  ['reportIssues', 'related', [1], 'Write an object in braces, with the fields date, titleZh, titleEn.'],
] as const)('a row of %s whose %s is %j', (section, field, value, remedy) => {
  const rows = SAMPLE_CATALOGUE[section].map((row, at) => (at === 0 ? { ...row, [field]: value } : row))
  expect(remediesOf({ ...SAMPLE_CATALOGUE, [section]: rows })).toEqual([remedy])
})

it('a catalogue without a section, and one that is a list', () => {
  const { markets: _, ...rest } = SAMPLE_CATALOGUE
  expect(remediesOf(rest)).toEqual(['Add the field. Write a list in square brackets; it may be empty.'])
  const fields = 'markets, families, factors, portfolios, indices, reportIssues, closures, aliases, components'
  expect(remediesOf([])).toEqual([`Write an object in braces, with the fields ${fields}.`])
})

it('JSON that is none', () => {
  const faults = new FaultLog('catalogue.json')
  expect(parseCatalogue(Buffer.from('{"markets": x}'), faults)).toBeNull()
  expect(faults.kept[0]?.remedy).toMatch(/^Correct the JSON: .*\.$/)
})

describe('a text of which an encoding has lost characters', () => {
  const store = emptyStore()

  it.each(['????', '??500 AI', 'Each day\uFFFDs skew'])('is refused: %s', async (nameZh) => {
    const families = SAMPLE_CATALOGUE.families.map((family) => ({ ...family, nameZh }))
    const { faults } = await store.loadCatalogue({ ...SAMPLE_CATALOGUE, families })
    expect(faults).toMatchObject(
      [0, 1].map((index) => ({ column: `families[${index}].nameZh`, rule: 'catalogue-field' })),
    )
    expect(faults[0]?.remedy).toMatch(/lost .* UTF-8/)
  })

  it('is taken with a single question mark', async () => {
    const families = SAMPLE_CATALOGUE.families.map((family) => ({ ...family, nameEn: 'Is it so?' }))
    expect(await store.loadCatalogue({ ...SAMPLE_CATALOGUE, families })).toMatchObject({ version: 1, faults: [] })
  })
})

describe('the location of a duplicate', () => {
  const TWINS: TextTable = [
    ['code', 'nameZh', 'nameEn', 'position'],
    ['a', '甲', 'A', '1'],
    ['b', '乙', 'B', '1'],
    ['a', '丙', 'C', '2'],
  ]
  const store = emptyStore()

  const [header = [], ...below] = TWINS
  const json = below.map(([code, nameZh, nameEn, position]) => ({ code, nameZh, nameEn, position: Number(position) }))
  const none = { markets: [], factors: [], portfolios: [], reportIssues: [] }

  it.each([
    ['table', TEXT_FORMS.comma(TWINS), 'Row 2'],
    ['workbook', writeXlsx([{ name: 'Families', rows: [header, ...below] }]), 'Row 2 of sheet "Families"'],
    ['JSON', Buffer.from(JSON.stringify({ ...none, families: json })), 'families[0]'],
  ])('in a %s', async (_, bytes, location) => {
    const { faults } = await store.load(bytes, { name: 'twins' })
    expect(faults.map(({ remedy }) => remedy)).toEqual([
      `${location} has the same; keep one of the two.`,
      `${location} has the same; choose another.`,
    ])
  })
})
