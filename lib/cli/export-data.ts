/** The command that writes the store as files. */

import { stat } from 'node:fs/promises'
import { extname, relative, resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { SECTIONS } from '@/lib/catalogue/catalogue-fields'
import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import { prisma } from '@/lib/db/client'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getLatestVersion } from '@/lib/db/queries/versions/get-latest-version'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { type ExportOrder, exportFile, exportFolder, type WrittenFile } from '@/lib/store/export-store'
import { isDaily, type StoreTableName } from '@/lib/store/store-table'
import { TABLE_FORMATS, type TableFormat } from '@/lib/store/table-file'
import { isEmptyFolder } from '@/lib/store/write-whole'
import { EXIT, exitCodeOf, UsageError } from './exit-code'
import { quoteArgument } from './quote-argument'

interface Options {
  out: string
  only?: Part[]
  series?: string[]
  version?: number
  format?: TableFormat
  json?: boolean
}

type Part = keyof typeof PARTS

/** The parts that can be exported, with their tables. */
const PARTS = {
  returns: ['factor_returns', 'portfolio_returns', 'index_returns'],
  quality: ['factor_quality'],
  contributions: ['contributions'],
  catalogue: SECTIONS,
  markets: ['markets'],
  families: ['families'],
  factors: ['factors'],
  portfolios: ['portfolios'],
  indices: ['indices'],
  reportIssues: ['reportIssues'],
  closures: ['closures'],
  aliases: ['aliases'],
  components: ['components'],
} as const satisfies Record<string, readonly StoreTableName[]>

/** Signals that there is nothing to export. */
class NothingError extends Error {}

/**
 * Writes tables of the store as of a version to a file or a folder, completely or not at all.
 * @param argv the arguments without the program's name
 * @returns the exit code: 0 done, 1 nothing to write, 2 bad usage or a file that cannot be written, 3 the database failed
 */
export async function runExportCli(argv: string[]): Promise<number> {
  try {
    const options = parseArguments(argv)
    const format = formatOf(options)
    const order = { ...(await orderOf(options)), format }
    const written = isFileName(options.out)
      ? [await writeFile(options.out, order)]
      : await writeFolder(options.out, order)
    await describe(written, order, options)
    return EXIT.done
  } catch (error) {
    return exitCodeOf(error, (each) => each instanceof NothingError)
  } finally {
    await prisma.$disconnect()
  }
}

function parseArguments(argv: string[]): Options {
  return new Command('npm run export-data --')
    .description(
      'Write returns, quality series, contributions and the catalogue as files that `npm run import` reads again.',
    )
    .requiredOption('--out <path>', 'a file that ends in .csv or .parquet, for one table, or a folder')
    .option('--only <parts>', `what to export: ${Object.keys(PARTS).join(', ')}; default: all`, parseParts)
    .option('--series <codes>', 'codes of the series to export, separated by commas', parseCodes)
    .option('--version <number>', 'data version to export; default: the newest', parseVersion)
    .addOption(new Option('--format <format>', 'format of the files in a folder; default: csv').choices(TABLE_FORMATS))
    .option('--json', 'print the result as JSON')
    .exitOverride()
    .parse(argv, { from: 'user' })
    .opts<Options>()
}

function parseParts(text: string): Part[] {
  return splitList(text).map((name) => {
    const part = Object.keys(PARTS).find((known): known is Part => known === name)
    if (part === undefined) throw new InvalidArgumentError(`Name some of ${Object.keys(PARTS).join(', ')}.`)
    return part
  })
}

function parseCodes(text: string): string[] {
  const codes = splitList(text)
  if (codes.length === 0) throw new InvalidArgumentError('Give the codes of the series, separated by commas.')
  return codes
}

function splitList(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function parseVersion(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Write the number of a data version, such as 3.')
  return Number(text)
}

function isFileName(path: string): boolean {
  return TABLE_FORMATS.some((format) => extname(path).toLowerCase() === `.${format}`)
}

/** File extensions that cannot be written; a folder with such a name would be a mistake. */
const OTHER_FILES = ['.xlsx', '.xlsm', '.xls', '.gz', '.zip', '.json', '.tsv', '.txt']

/** Returns the format of the files. Throws a UsageError when the name has another extension or contradicts --format. */
function formatOf({ out, format }: Options): TableFormat {
  if (OTHER_FILES.includes(extname(out).toLowerCase())) {
    throw new UsageError(
      `${out} ends in ${extname(out)}, and such a file cannot be written: --out is a folder, or a file that ends in .csv or .parquet.`,
    )
  }
  const own = TABLE_FORMATS.find((known) => extname(out).toLowerCase() === `.${known}`)
  if (own !== undefined && format !== undefined && own !== format) {
    throw new UsageError(`${out} ends in .${own}, and --format says ${format}: leave one of them out.`)
  }
  return own ?? format ?? 'csv'
}

async function orderOf({ version: wantedVersion, series, only }: Options): Promise<Omit<ExportOrder, 'format'>> {
  const latest = await getLatestVersion()
  if (latest === null) throw new NothingError('No data has been loaded yet.')
  const version = wantedVersion ?? latest.id
  if (version > latest.id) throw new UsageError(`There is no data version ${version}: the newest is ${latest.id}.`)
  const parts =
    only ??
    (series === undefined ? (['catalogue', 'returns', 'quality', 'contributions'] as const) : (['returns'] as const))
  if (series !== undefined) await assertKnown(series, version)
  return { version, codes: series ?? null, tables: parts.flatMap((part) => PARTS[part]) }
}

async function assertKnown(codes: string[], version: number): Promise<void> {
  const { factors, portfolios, indices } = await getCatalogue({ version })
  const known = new Set([...factors, ...portfolios, ...indices].map(({ code }) => code))
  const strange = codes.filter((code) => !known.has(code))
  if (strange.length === 0) return
  throw new UsageError(
    `${strange.join(', ')} ${strange.length === 1 ? 'is' : 'are'} not in the catalogue as of version ${version}. Export it with --only factors, portfolios or indices to see all codes.`,
  )
}

/** Writes one file. Throws a UsageError when the order has several tables. */
async function writeFile(path: string, order: ExportOrder): Promise<WrittenFile> {
  const name = await onlyTable(order)
  return exportFile(path, name, order)
}

async function onlyTable(order: ExportOrder): Promise<StoreTableName> {
  const catalogue = await getCatalogue({ version: order.version })
  const wanted = (codes: { code: string }[]) =>
    order.codes === null || codes.some(({ code }) => order.codes?.includes(code) ?? true)
  const tables = order.tables.filter((table) => !isDaily(table) || wanted(catalogue[RETURN_KINDS[table].section]))
  const [first, ...rest] = tables
  if (first === undefined) throw new NothingError('These series have no data to export.')
  if (rest.length === 0) return first
  throw new UsageError(
    `A file holds one table, and this would be ${tables.join(', ')}: name a folder, or choose with --only and --series.`,
  )
}

async function writeFolder(path: string, order: ExportOrder): Promise<WrittenFile[]> {
  await assertFree(path)
  return exportFolder(path.replace(/[\\/]+$/, ''), order)
}

async function assertFree(path: string): Promise<void> {
  const known = await stat(path).catch(() => null)
  if (known === null) return
  if (!known.isDirectory())
    throw new UsageError(`${path} is a file: end its name in .csv or .parquet, or name a folder.`)
  if (!(await isEmptyFolder(path))) throw new UsageError(`${path} is not empty: name another folder, or empty it.`)
}

/** Prints what was written, and the command that loads it. */
async function describe(written: WrittenFile[], { version }: ExportOrder, { out, json }: Options): Promise<void> {
  const isDemo = await wasDemoLoaded({ version })
  if (json) {
    console.log(JSON.stringify({ version, isDemo, files: written }, null, 2))
    return
  }
  const relativePaths = written.map(({ path }) => relative(process.cwd(), resolve(path)))
  console.log(`${out}: version ${version}${isDemo ? ', which holds synthetic demo data' : ''}`)
  for (const [at, { rows }] of written.entries()) {
    console.log(`  ${relativePaths[at]}  ${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`)
  }
  console.log(
    `Load it with: npm run import -- ${isDemo ? '--demo ' : ''}${relativePaths.map((path) => quoteArgument(path)).join(' ')}`,
  )
}
