/** Files that are truncated, damaged, protected, of another format, or far larger than they seem. */
import { gzipSync } from 'node:zlib'
import type { BadFile } from './bad-file'
import { TEXT_FORMS, type TextTable } from './write-table'
import { writeXlsx } from './write-xlsx'
import { writeZip, type ZipMember } from './write-zip'

const TABLE: TextTable = [
  ['date', 'series', 'long', 'short', 'benchmark'],
  ['2024-08-29', 'skewness', '0.01', '-0.02', '0.003'],
]
const OLE_HEAD = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const book =
  (...extra: ZipMember[]) =>
  () =>
    writeXlsx([{ name: 'Week', rows: TABLE }], { extra })
const cut = (bytes: Uint8Array, share: number) => bytes.slice(0, Math.floor(bytes.length * share))
const ole = (name: string) => () =>
  new Uint8Array(Buffer.concat([Buffer.from(OLE_HEAD), Buffer.alloc(600), Buffer.from(name, 'utf16le')]))
const sheet = (content: string) => ({ name: 'xl/worksheets/sheet1.xml', content })

export const BAD_ARCHIVES: BadFile[] = [
  ...[0.3, 0.6, 0.95].map((share) => ({
    name: `a workbook, ${share} of it`,
    bytes: () => cut(TEXT_FORMS.workbook(TABLE), share),
    faults: [{ rule: 'truncated-archive' as const }],
  })),
  ...[0.3, 0.6, 0.95].map((share) => ({
    name: `gzip, ${share} of it`,
    bytes: () => cut(TEXT_FORMS.gzip(TABLE), share),
    faults: [{ rule: 'truncated-archive' as const }],
  })),
  ...[0.3, 0.6, 0.95].map((share) => ({
    name: `Parquet, ${share} of it`,
    bytes: () => cut(TEXT_FORMS.Parquet(TABLE), share),
    faults: [{ rule: 'truncated-archive' as const }],
  })),
  {
    name: 'gzip of JSON that is none',
    bytes: () => new Uint8Array(gzipSync('{"markets": [')),
    faults: [{ rule: 'malformed-json' }],
  },
  {
    name: 'gzip with a wrong byte',
    bytes: () => spoil(TEXT_FORMS.gzip(TABLE), 12),
    faults: [{ rule: 'broken-archive' }],
  },
  {
    name: 'gzip with a wrong checksum',
    bytes: () => spoil(TEXT_FORMS.gzip(TABLE), -6),
    faults: [{ rule: 'broken-archive' }],
  },
  {
    name: 'a Parquet footer that is no footer',
    bytes: () => spoil(TEXT_FORMS.Parquet(TABLE), -5),
    faults: [{ rule: 'broken-archive' }],
  },
  {
    name: 'a member with a wrong checksum',
    bytes: book({ ...sheet('<worksheet/>'), claims: { crc: 1 } }),
    faults: [{ rule: 'broken-archive' }],
  },
  {
    name: 'a member packed in an unknown way',
    bytes: book({ ...sheet('<worksheet/>'), claims: { method: 99 } }),
    faults: [{ rule: 'broken-archive' }],
  },
  {
    name: 'a sheet that is no XML',
    bytes: book(sheet('<worksheet><row></worksheet>')),
    faults: [{ rule: 'broken-archive' }],
  },
  {
    name: 'a sheet that ends early',
    bytes: book(sheet('<worksheet><sheetData>')),
    faults: [{ rule: 'broken-archive' }],
  },
  {
    name: 'a sheet with a document type',
    bytes: book(sheet('<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>')),
    faults: [{ rule: 'broken-archive' }],
  },
  {
    name: 'a text that is not there',
    bytes: book(sheet('<worksheet><row r="1"><c r="A1" t="s"><v>7</v></c></row></worksheet>')),
    faults: [{ rule: 'broken-archive' }],
  },
  {
    name: 'a column beyond the last',
    bytes: book(sheet('<worksheet><row r="1"><c r="ZZZ1"><v>7</v></c></row></worksheet>')),
    faults: [{ rule: 'broken-archive' }],
  },
  {
    name: 'a sheet that is not there',
    bytes: book({ name: 'xl/_rels/workbook.xml.rels', content: '<Relationships/>' }),
    faults: [{ rule: 'broken-archive' }],
  },
  { name: 'a workbook with a password', bytes: ole('EncryptedPackage'), faults: [{ rule: 'password-protected' }] },
  {
    name: 'an archive with a password',
    bytes: book({ ...sheet('x'), claims: { flags: 1 } }),
    faults: [{ rule: 'password-protected' }],
  },
  { name: 'macros', bytes: book({ name: 'xl/vbaProject.bin', content: 'x' }), faults: [{ rule: 'macro-workbook' }] },
  {
    name: 'a content type of macros',
    bytes: book({
      name: '[Content_Types].xml',
      content: '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
    }),
    faults: [{ rule: 'macro-workbook' }],
  },
  { name: 'an old workbook', bytes: ole('Workbook'), faults: [{ rule: 'unsupported-format' }] },
  {
    name: 'a binary workbook',
    bytes: () => writeZip([{ name: 'xl/workbook.bin', content: 'x' }]),
    faults: [{ rule: 'unsupported-format' }],
  },
  {
    name: 'an archive of a file',
    bytes: () => writeZip([{ name: 'week.csv', content: 'x' }]),
    faults: [{ rule: 'unsupported-format' }],
  },
  {
    name: 'an archive of several files',
    bytes: () => writeZip(['a.csv', 'b.csv'].map((name) => ({ name, content: 'x' }))),
    faults: [{ rule: 'unsupported-format' }],
  },
  ...[
    ['bzip2', 'BZh91AY&SY'],
    ['xz', '\xfd7zXZ\0'],
    ['ORC', 'ORC\n'],
    ['Feather', 'FEA1'],
    ['Arrow', 'ARROW1\0\0'],
    ['HDF5', '\x89HDF\r\n\x1a\n'],
    ['a pickle', '\x80\x04\x95.'],
    ['PDF', '%PDF-1.7'],
    ['HTML', '<html><table><tr><td>date'],
  ].map(([name, head = '']) => ({
    name: `a file of another format: ${name}`,
    bytes: () => new Uint8Array(Buffer.from(head, 'latin1')),
    faults: [{ rule: 'unsupported-format' as const }],
  })),
  ...[
    ['records', '[{"date":"2024-08-30","series":"skewness","long":0.01}]'],
    ['rows', '[["date","series"],["2024-08-30","skewness"]]'],
    ['columns', '{"date":{"0":"2024-08-30"},"series":{"0":"skewness"}}'],
    ['columns of lists', '{"date":["2024-08-30"],"long":[0.01]}'],
    ['rows by number', '{"0":{"date":"2024-08-30","long":0.01}}'],
    ['split', '{"columns":["date"],"index":[0],"data":[["2024-08-30"]]}'],
    ['table', '{"schema":{"fields":[]},"data":[]}'],
    ['lines', '{"date":"2024-08-30"}\n{"date":"2024-08-31"}\n'],
  ].map(([name, content = '']) => ({
    name: `a table in JSON: ${name}`,
    bytes: () => new TextEncoder().encode(content),
    faults: [{ rule: 'table-in-json' as const }],
  })),
  {
    name: 'gzip of gzip',
    bytes: () => new Uint8Array(gzipSync(TEXT_FORMS.gzip(TABLE))),
    faults: [{ rule: 'unsupported-format' }],
  },
  {
    name: 'a member of 600 MB, as it says',
    bytes: book({ ...sheet('x'), claims: { size: 600_000_000 } }),
    faults: [{ rule: 'too-large' }],
  },
  {
    name: 'a member of 8 MB that says 10 bytes',
    bytes: book({ ...sheet('0'.repeat(8_000_000)), claims: { size: 10 } }),
    faults: [{ rule: 'too-large' }],
  },
  {
    name: 'a thousand members of 1 MB each, as they say',
    bytes: book(
      ...Array.from({ length: 1_000 }, (_, index) => ({
        name: `xl/media/${index}`,
        content: '',
        claims: { size: 1_000_000 },
      })),
    ),
    faults: [{ rule: 'too-large' }],
  },
  {
    name: 'rows that all reach the last column',
    bytes: book(sheet(`<worksheet>${'<row><c r="XFD1"><v>1</v></c></row>'.repeat(1_300)}</worksheet>`)),
    faults: [{ rule: 'too-large' }],
  },
  { name: 'Parquet with two thousand million rows, as it says', bytes: manyRows, faults: [{ rule: 'too-large' }] },
  {
    name: 'bytes of no encoding',
    bytes: () => Uint8Array.of(0x64, 0xff, 0x80, 0x0a),
    faults: [{ rule: 'wrong-encoding', row: 1 }],
  },
  {
    name: 'Latin letters with accents',
    bytes: () => new Uint8Array(Buffer.from('date,série\n1,é\n', 'latin1')),
    faults: [{ rule: 'wrong-encoding', row: 1 }],
  },
  {
    name: 'UTF-16 without a byte-order mark',
    bytes: () => new Uint8Array(Buffer.from('date,series\n', 'utf16le')),
    faults: [{ rule: 'wrong-encoding' }],
  },
  {
    name: 'half a character of UTF-16',
    bytes: () => Uint8Array.of(0xff, 0xfe, 0x64),
    faults: [{ rule: 'wrong-encoding', row: 1 }],
  },
]

function spoil(bytes: Uint8Array, offset: number): Uint8Array {
  const at = offset < 0 ? bytes.length + offset : offset
  const byte = bytes[at]
  if (byte === undefined) throw new RangeError(`${bytes.length} bytes have no offset ${offset}`)
  bytes[at] = byte ^ 0xff
  return bytes
}

/** Replaces the number of rows in the footer of a Parquet file, a zigzag varint: 1,000 is d0 0f. */
function manyRows(): Uint8Array {
  const honest = Buffer.from(TEXT_FORMS.Parquet([['date'], ...Array.from({ length: 1_000 }, () => ['2024-08-29'])]))
  const footerBytes = honest.readUInt32LE(honest.length - 8)
  const start = honest.length - 8 - footerBytes
  const footer = honest.subarray(start, -8).toString('latin1').replaceAll('\x16\xd0\x0f', '\x16\x80\xd0\xac\xf3\x0e')
  const length = Buffer.alloc(4)
  length.writeUInt32LE(footer.length)
  return new Uint8Array(
    Buffer.concat([honest.subarray(0, start), Buffer.from(footer, 'latin1'), length, Buffer.from('PAR1')]),
  )
}
