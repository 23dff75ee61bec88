import { expect, it, vi } from 'vitest'
import { openZip } from '@/lib/import/read/read-zip'
import { writeWorkbook } from './write-workbook'

/** Returns the number format of each cell of the second row of a workbook, by the tables in its files. */
async function formatsOf(values: number[]): Promise<(string | undefined)[]> {
  const columns = values.map((_, index) => ({
    ...{ header: `c${index}`, fractionHeader: `c${index}` },
    type: 'percent' as const,
  }))
  const bytes = await writeWorkbook([{ name: 'sheet', columns, rows: [values] }])
  const archive = openZip(bytes)
  const text = (name: string) => new TextDecoder().decode(archive.read(name) ?? new Uint8Array())
  const formats = new Map(
    [...text('xl/styles.xml').matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code]) => [
      id,
      code,
    ]),
  )
  const [, cellFormats = ''] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(text('xl/styles.xml')) ?? []
  const styles = [...cellFormats.matchAll(/<xf ([^>]*)>/g)].map(([, own = '']) =>
    formats.get(/numFmtId="(\d+)"/.exec(own)?.[1]),
  )
  const [, row = ''] = /<row r="2"[^>]*>(.*?)<\/row>/s.exec(text('xl/worksheets/sheet1.xml')) ?? []
  return [...row.matchAll(/<c [^>]*s="(\d+)"/g)].map(([, style]) => styles[Number(style)])
}

it('shows a figure that rounds to zero without a sign, and groups thousands', async () => {
  const signed = '+#,##0.00%;-#,##0.00%;0.00%'
  expect(await formatsOf([0.0109, -0.00004, 0.00004, -0.00005, 0, 12.5])).toEqual([
    ...[signed, '0.00%;0.00%', '0.00%;0.00%', signed, '0.00%;0.00%', signed],
  ])
})

it('has the same bytes whenever it is written', async () => {
  const columns = [{ header: 'text', fractionHeader: 'text', type: 'text' as const }]
  const write = () => writeWorkbook([{ name: 'sheet', columns, rows: [['a']] }])
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2024-08-30T10:00:00Z') })
  const first = await write()
  vi.setSystemTime('2031-02-03T04:05:06Z')
  const second = await write()
  vi.useRealTimers()
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)
  expect(openZip(second).read('xl/worksheets/sheet1.xml')).not.toBeNull()
})
