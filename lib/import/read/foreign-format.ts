/** Files of other formats, which their first bytes name. */

import { ArchiveRefusal } from './archive-refusal'

interface Format {
  name: string
  /** The bytes as Latin-1 text, and where they stand. */
  magic: string
  offset?: number
  remedy?: string
}

const AS_TABLE = 'Export it as CSV, XLSX or Parquet.'
const UNPACK = 'Unpack it, or pack it with gzip.'

const FORMATS: Format[] = [
  { name: 'bzip2', magic: 'BZh', remedy: UNPACK },
  { name: 'xz', magic: '\xfd7zXZ\0', remedy: UNPACK },
  { name: 'Zstandard', magic: '\x28\xb5\x2f\xfd', remedy: UNPACK },
  { name: 'LZ4', magic: '\x04\x22\x4d\x18', remedy: UNPACK },
  { name: 'compress (.Z)', magic: '\x1f\x9d', remedy: UNPACK },
  { name: '7-Zip', magic: '7z\xbc\xaf\x27\x1c', remedy: 'Unpack it and load its files.' },
  { name: 'RAR', magic: 'Rar!\x1a\x07', remedy: 'Unpack it and load its files.' },
  { name: 'tar', magic: 'ustar', offset: 257, remedy: 'Unpack it and load its files.' },
  { name: 'ORC', magic: 'ORC' },
  { name: 'Feather or Arrow IPC', magic: 'ARROW1', remedy: 'Write Parquet instead; in pandas: to_parquet.' },
  { name: 'Feather', magic: 'FEA1', remedy: 'Write Parquet instead; in pandas: to_parquet.' },
  { name: 'Arrow stream', magic: '\xff\xff\xff\xff', remedy: 'Write Parquet instead; in pandas: to_parquet.' },
  { name: 'Avro', magic: 'Obj\x01' },
  { name: 'HDF5', magic: '\x89HDF\r\n\x1a\n' },
  { name: 'NumPy', magic: '\x93NUMPY' },
  ...['\x02c', '\x02}', '\x03c', '\x03}', '\x04\x95', '\x05\x95'].map((rest) => ({
    name: 'Python pickle',
    magic: `\x80${rest}`,
  })),
  { name: 'R data', magic: 'RDX' },
  { name: 'R data', magic: 'X\n\0\0' },
  { name: 'MATLAB', magic: 'MATLAB 5.0 MAT-file' },
  { name: 'SQLite', magic: 'SQLite format 3\0' },
  { name: 'SAS', magic: '\xc2\xea\x81\x60', offset: 12 },
  { name: 'Stata', magic: '<stata_dta>' },
  { name: 'SPSS', magic: '$FL2' },
  { name: 'PDF', magic: '%PDF-' },
  { name: 'RTF', magic: '{\\rtf' },
  { name: 'PNG', magic: '\x89PNG' },
  { name: 'JPEG', magic: '\xff\xd8\xff' },
]
const HTML = /^\s*(?:<!doctype html|<html|<table|<head|<meta)/i
const XML = /^\s*<\?xml/i
const HEAD = 512

/** Returns the refusal of a file in a known format that is not read; null for any other file. */
export function refuseForeign(bytes: Uint8Array): ArchiveRefusal | null {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  const format = FORMATS.find(({ magic, offset = 0 }) => head.startsWith(magic, offset))
  if (format !== undefined) return refuse(format.name, format.remedy ?? AS_TABLE)
  const text = head.replace(/^\xef\xbb\xbf/, '')
  if (HTML.test(text))
    return refuse('HTML', 'Open it in Excel and save it as .xlsx, or download the data instead of the page.')
  return XML.test(text) ? refuse('XML', 'Open it in Excel and save it as .xlsx.') : null
}

function refuse(name: string, remedy: string): ArchiveRefusal {
  return new ArchiveRefusal('unsupported-format', `The file is ${name}. ${remedy}`)
}
