import { expect, it } from 'vitest'
import { FaultLog } from '@/lib/import/outcome/fault'
import { readCsv } from './read-csv'

it.each([
  ['line feeds', 'a,b\n1,2\n'],
  ['carriage returns and line feeds', 'a,b\r\n1,2\r\n'],
  ['carriage returns', 'a,b\r1,2\r'],
  ['no line end at the end', 'a,b\n1,2'],
  ['a byte-order mark', '\uFEFFa,b\n1,2\n'],
  ['spaces around cells', ' a , b \n 1 , 2 \n'],
  ['quoted cells', '"a","b"\n"1","2"\n'],
])('reads %s', (_, text) => {
  expect(read(text)).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1', '2'] },
  ])
})

it('counts the lines of the file, blank ones too', () => {
  expect(read('a\r\n\r\n1\n\n\n2\n')?.slice(1)).toEqual([
    { line: 3, cells: ['1'] },
    { line: 6, cells: ['2'] },
  ])
})

it('keeps a row that is shorter or longer than the header', () => {
  expect(
    read('a,b\n1\n1,2,3\n')
      ?.slice(1)
      .map(({ cells }) => cells.length),
  ).toEqual([1, 3])
})

it.each(['\n', '\r\n', '\r'])('gives a record with line ends in a cell (%j) the number of its first line', (end) => {
  expect(
    read(['a,b', `"1${end}","x${end}y${end}z"`, '2,3', '', '"4', '5",6', '7,8', ''].join(end))?.map(({ line }) => line),
  ).toEqual([1, 2, 6, 8, 10])
})

it('reports the line of a misplaced quotation mark below a record of several lines', () => {
  const faults = new FaultLog('test.csv')
  readCsv(new TextEncoder().encode('a,b\r\n"1\r\n\r\n2",3\r\n4,5"6\r\n'), faults)
  expect(faults.kept).toMatchObject([{ rule: 'malformed-csv', row: 5 }])
})

it.each([
  ['sep=;\na;b,c\n1;2\n'],
  ['\uFEFFsep=;\r\na;b,c\r\n1;2\r\n'],
  ['SEP=|\na|b,c\n1|2\n'],
  ['sep=\t\na\tb,c\n1\t2\n'],
])('honours the delimiter in the first line: %j', (text) => {
  expect(read(text)).toEqual([
    { line: 2, cells: ['a', 'b,c'] },
    { line: 3, cells: ['1', '2'] },
  ])
})

function read(text: string) {
  const faults = new FaultLog('test.csv')
  const table = readCsv(new TextEncoder().encode(text), faults)
  expect(faults.kept).toEqual([])
  return table
}
