/** An export loaded into an empty store gives the same store, number by number. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { runExportCli } from '@/lib/cli/export-data'
import { runImportCli } from '@/lib/cli/import'
import { prisma } from '@/lib/db/client'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getFactorQuality } from '@/lib/db/queries/get-factor-quality'
import { getReturns } from '@/lib/db/queries/get-returns'
import { getReport } from '@/lib/report/build/get-report'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database/test-database'
import { emptyStore } from '@/lib/testing/database/test-store'
import { fewSeriesFiles } from '@/lib/testing/demo/few-series'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { sampleOf } from '@/lib/testing/run/run-mode'

const WEEKS = [
  ['2016-01-08', 'arithmetic'],
  ['2020-02-07', 'geometric'],
  ['2024-02-08', 'arithmetic'],
  ['2024-08-30', 'geometric'],
] as const
const TO = '9999-12-31'

/** Version, format, and number of files. */
const EXPORTS = [
  [3, 'csv', 10],
  [6, 'parquet', 11],
] as const

/** Versions 1 to 3 are the demo: catalogue, factors, portfolios. */
const source = emptyStore()
let target: TestDatabase
let printed: string
let complained: string

beforeAll(async () => {
  await loadChanges()
}, 240_000)

/** Loads versions 4, 5 and 6: restated values with many digits, another market with texts that need quotes, quality. */
async function loadChanges(): Promise<void> {
  const demo = await fewSeriesFiles()
  await source.load(demo.catalogue, { name: 'catalogue.json', isDemo: true })
  await source.load(demo.factorReturns, { name: 'factor-returns.csv', isDemo: true })
  await source.load(demo.portfolioReturns, { name: 'portfolio-returns.csv', isDemo: true })
  const restated = factorCsv(
    '2024-08-29,intraday-skewness,0.012345678901234567,-1e-17,0.30000000000000004',
    '2024-08-30,intraday-skewness,5e-324,-0.0123,0',
  )
  await source.load(restated, { name: 'restated.csv' })
  const { factors, ...rest } = JSON.parse(demo.catalogue)
  const other = { ...factors[0], code: 'size.us', position: 99, marketCode: 'US', nameEn: 'Size, "small; cap"' }
  const issue = { ...rest.reportIssues[0], authorsEn: ['Smith; Sons', 'B'], titleZh: '周报\n第二行' }
  const market = { code: 'US', nameZh: '美国', nameEn: 'US', dailyReturnMax: 0.9 }
  await source.loadCatalogue({
    ...rest,
    markets: [...rest.markets, market],
    factors: [...factors, other],
    reportIssues: [issue],
  })
  const quality = 'date,series,ic,rank_ic\n2024-07-31,intraday-skewness,0.1,\n2024-08-30,intraday-skewness,,-0.07\n'
  expect(await source.load(quality, { name: 'quality.csv' })).toMatchObject({ version: 6, rowsNew: 2, faults: [] })
}

beforeEach(async () => {
  target = await createTestDatabase()
  printed = complained = ''
  vi.spyOn(console, 'log').mockImplementation((text: string) => {
    printed += `${text}\n`
  })
  vi.spyOn(console, 'error').mockImplementation((text: string) => {
    complained += `${text}\n`
  })
  await use(source)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await prisma.$disconnect()
  await target.drop()
})

async function use({ url }: { url: string }): Promise<void> {
  await prisma.$disconnect()
  process.env.DATABASE_URL = url
}

/**
 * Returns digests of the data of all pages as of a version, except restatements, which depend on the store's history.
 */
async function contentOf(version: number): Promise<Record<string, string>> {
  const days = await getReportDays(version)
  if (days === null) throw new Error('Nothing is loaded.')
  const { factors, ...catalogue } = await getCatalogue({ version })
  const content: Record<string, unknown> = { days, factors, ...catalogue }
  for (const [asOf, convention] of WEEKS) {
    const { version: _, dataQuality, ...report } = await getReport({ version, locale: 'en', convention, asOf, days })
    const findings = dataQuality.findings.filter(({ kind }) => kind !== 'restated')
    content[asOf] = { ...report, findings }
  }
  content.factorReturns = await getReturns('factor_returns', { version, to: TO })
  content.portfolioReturns = await getReturns('portfolio_returns', { version, to: TO })
  for (const { code } of factors) content[`quality of ${code}`] = await getFactorQuality({ version, code, to: TO })
  const digest = (part: unknown) => createHash('sha256').update(JSON.stringify(part)).digest('hex')
  return Object.fromEntries(Object.entries(content).map(([name, part]) => [name, digest(part)]))
}

describe('loaded into an empty database, is the same', () => {
  it.each(sampleOf('stores that are written and loaded', EXPORTS, 1))(
    'version %s as %s',
    async (version, format, files) => {
      const out = join(source.folder, `${format}-${version}`)
      expect(await runExportCli(['--out', out, '--version', `${version}`, '--format', format])).toBe(0)
      expect(printed).toContain(`version ${version}, which holds synthetic demo data`)
      const names = (await readdir(out)).sort()
      expect(names).toHaveLength(files)
      const before = await contentOf(version)
      await use(target)
      // Together they would be read twice, first without writing.
      for (const name of names) expect(await runImportCli(['--demo', join(out, name)])).toBe(0)
      const after = await contentOf(files)
      expect(after).toEqual(before)
      const again = join(source.folder, `${format}-${version}-again`)
      expect(await runExportCli(['--out', again, '--format', format])).toBe(0)
      for (const name of names) {
        const [file, fileAgain] = [await readFile(join(out, name)), await readFile(join(again, name))]
        // Vitest takes seconds to compare two buffers of megabytes.
        expect(fileAgain.equals(file), name).toBe(true)
      }
    },
    240_000,
  )
})

describe('writes', () => {
  it('one series to one file, as of a version', async () => {
    const out = join(source.folder, 'one.csv')
    await writeFile(out, 'what was there')
    const exportAsOf = (version: number) =>
      runExportCli(['--out', out, '--series', 'intraday-skewness', '--version', `${version}`])
    expect(await exportAsOf(6)).toBe(0)
    const lines = (await readFile(out, 'utf8')).split('\n')
    expect(lines[0]).toBe('date,series,long,short,benchmark')
    expect(lines.at(-2)).toBe('2024-08-30,intraday-skewness,5e-324,-0.0123,0')
    expect(lines.at(-3)).toBe('2024-08-29,intraday-skewness,0.012345678901234567,-1e-17,0.30000000000000004')
    expect(await exportAsOf(3)).toBe(0)
    expect((await readFile(out, 'utf8')).split('\n').at(-2)).not.toContain('5e-324')
  })

  it('only markets, and lists the written files as JSON', async () => {
    const out = join(source.folder, 'markets.csv')
    expect(await runExportCli(['--out', out, '--only', 'markets', '--json'])).toBe(0)
    expect(await readFile(out, 'utf8')).toBe(
      'code,nameZh,nameEn,dailyReturnMax,calendar,tradingDaysPerYear\nCN,中国 A 股,China A-shares,,XSHG,\nUS,美国,US,0.9,,\n',
    )
    expect(JSON.parse(printed)).toEqual({
      version: 6,
      isDemo: true,
      files: [{ path: out, table: 'markets', rows: 2 }],
    })
  })
})

// Windows has no POSIX shell to read them.
it.skipIf(process.platform === 'win32')(
  'names the files of a folder with a space so that a shell reads them back',
  async () => {
    const out = join(source.folder, "exp P's")
    expect(await runExportCli(['--out', out, '--only', 'markets,families'])).toBe(0)
    const command = printed.split('\n').find((line) => line.startsWith('Load it with: '))
    const names = execFileSync('/bin/sh', ['-c', `printf '%s\\n' ${command?.split('--demo ')[1]}`], {
      encoding: 'utf8',
    })
    expect(
      names
        .trimEnd()
        .split('\n')
        .map((name) => resolve(name)),
    ).toEqual((await readdir(out)).sort().map((name) => join(out, name)))
  },
)

it('counts one row as one', async () => {
  expect(await runExportCli(['--out', join(source.folder, 'early.csv'), '--only', 'markets', '--version', '3'])).toBe(0)
  expect(printed).toMatch(/early\.csv {2}1 row\n/)
})

describe('refuses, and leaves nothing behind,', () => {
  it.each([
    ['an unknown series', ['--series', 'intraday-skewnes', '--out', 'x.csv'], 2, 'intraday-skewnes is not in the'],
    ['a version to come', ['--version', '7', '--out', 'x'], 2, 'There is no data version 7: the newest is 6.'],
    ['a version that is none', ['--version', 'latest', '--out', 'x'], 2, ''],
    ['two tables for a file', ['--only', 'returns', '--out', 'x.csv'], 2, 'factor_returns, portfolio_returns'],
    ['two formats', ['--format', 'csv', '--out', 'x.parquet'], 2, 'x.parquet ends in .parquet'],
    ['a part that is none', ['--only', 'prices', '--out', 'x'], 2, ''],
    ['no target', [], 2, ''],
    [
      'a portfolio without quality',
      ['--only', 'quality', '--series', 'csi500-ai-enhanced', '--out', 'x.csv'],
      1,
      'have no data to export',
    ],
    ['a folder that is not there', ['--only', 'markets', '--out', 'missing/x.csv'], 2, '(ENOENT)'],
    ['a folder with files', ['--out', '.'], 2, 'is not empty'],
    [
      'a workbook',
      ['--out', 'z.xlsx'],
      2,
      'z.xlsx ends in .xlsx, and such a file cannot be written: --out is a folder',
    ],
    ['a packed file', ['--only', 'markets', '--out', 'z.csv.GZ'], 2, 'z.csv.GZ ends in .GZ'],
  ])('%s', async (_, args, code, why) => {
    const before = await readdir(source.folder)
    const own = args.map((arg, at) => (args[at - 1] === '--out' ? join(source.folder, arg) : arg))
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    expect(await runExportCli(own)).toBe(code)
    expect(complained).toContain(why)
    expect(await readdir(source.folder)).toEqual(before)
    expect(before.filter((name) => basename(name).endsWith('.part'))).toEqual([])
  })

  it('an empty store', async () => {
    await use(target)
    expect(await runExportCli(['--out', join(source.folder, 'none')])).toBe(1)
    expect(complained).toBe('No data has been loaded yet.\n')
  })

  it('a database that is not there', async () => {
    await use({ ...target, url: 'postgresql://nobody:nothing@127.0.0.1:1/none' })
    expect(await runExportCli(['--out', join(source.folder, 'none')])).toBe(3)
    expect(complained).toContain('The database failed: ')
  })
})
