import { hasHeader } from '@/lib/import/layout/find-header'
import { joinHeaderRows } from '@/lib/import/layout/wide-layout'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { ArchiveRefusal } from '@/lib/import/read/archive-refusal'
import { refuseForeign } from '@/lib/import/read/foreign-format'
import { readCsv } from '@/lib/import/read/read-csv'
import { isParquet, readParquet } from '@/lib/import/read/read-parquet'
import { readXlsx } from '@/lib/import/read/read-xlsx'
import { isZip } from '@/lib/import/read/read-zip'
import { SIZE_LIMITS } from '@/lib/import/read/size-limits'
import type { SourceRow, SourceTable } from '@/lib/import/read/source-table'
import { isGzip, unpackGzip } from '@/lib/import/read/unpack'

const OLE = [0xd0, 0xcf, 0x11, 0xe0]
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')

/** Returns the bytes of a file, unpacked if it is gzip. Returns null with a fault when it is too large or damaged. */
export function unpackFile(bytes: Uint8Array, faults: FaultLog): Uint8Array | null {
  try {
    if (bytes.length > SIZE_LIMITS.fileBytes) {
      throw new ArchiveRefusal(
        'too-large',
        `Split the file: ${SIZE_LIMITS.fileBytes / 1024 / 1024} MB are read at once.`,
      )
    }
    return isGzip(bytes) ? unpackGzip(bytes) : bytes
  } catch (error) {
    return refuse(error, faults)
  }
}

/**
 * Reads the tables of a file: one, or one for each sheet of a workbook. The bytes decide the format, not the name.
 * Sheets without text are left out. Tables that cannot be read are left out with faults; returns null when none can.
 */
export async function readTables(content: Uint8Array, faults: FaultLog): Promise<SourceTable[] | null> {
  try {
    if (isZip(content)) return readSheets(content, faults)
    const rows = await readRows(content, faults)
    return rows === null ? null : withHeader(null, rows, faults)
  } catch (error) {
    return refuse(error, faults)
  }
}

/** Adds the fault of a refusal; throws any other error. */
function refuse(error: unknown, faults: FaultLog): null {
  if (!(error instanceof ArchiveRefusal)) throw error
  faults.add(error.fault)
  return null
}

async function readRows(bytes: Uint8Array, faults: FaultLog): Promise<SourceRow[] | null> {
  if (isParquet(bytes)) return readParquet(bytes)
  if (OLE.every((byte, offset) => bytes[offset] === byte)) throw refuseOle(bytes)
  if (isGzip(bytes)) throw new ArchiveRefusal('unsupported-format', 'Pack the file once, not twice.')
  const foreign = refuseForeign(bytes)
  if (foreign !== null) throw foreign
  return readCsv(bytes, faults)
}

function readSheets(bytes: Uint8Array, faults: FaultLog): SourceTable[] | null {
  const book = readXlsx(bytes)
  for (const sheet of book) {
    for (const fault of sheet.faults) faults.add({ sheet: sheet.name, ...fault })
  }
  // Rows with missing values would cause further, misleading faults.
  if (faults.count > 0) return null
  const sheets = book.filter(({ rows }) => rows.length > 0)
  if (sheets.length === 0) return withHeader(null, [], faults)
  return sheets.flatMap(({ name, rows }) => withHeader(name, rows, faults) ?? [])
}

function withHeader(sheet: string | null, rows: SourceRow[], faults: FaultLog): SourceTable[] | null {
  faults.sheet = sheet
  const [header, ...rest] = rows
  if (header === undefined) {
    faults.add({ rule: 'empty-file', remedy: 'Write a header and at least one row.' })
    return null
  }
  const table = { sheet, header, rows: rest }
  // A first row that is no header is reported when the layout is recognised.
  if (hasHeader(table) && joinHeaderRows(table).rows.length === 0) {
    faults.add({ row: header.line, rule: 'header-only', remedy: 'Write at least one row.' })
  }
  return [table]
}

/** Refuses an OLE container, which Office uses for .xls workbooks and for workbooks with a password. */
function refuseOle(bytes: Uint8Array): ArchiveRefusal {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED_PACKAGE)
    ? new ArchiveRefusal('password-protected', 'Save the workbook without a password.')
    : new ArchiveRefusal('unsupported-format', 'Save the workbook as .xlsx, not as .xls.')
}
