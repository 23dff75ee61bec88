/** Tests the steps of an upload through the handlers of its forms, on a real database. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import * as decisions from '@/app/api/uploads/[id]/route'
import * as uploads from '@/app/api/uploads/route'
import * as withdrawals from '@/app/api/uploads/withdrawals/[version]/route'
import { verifyStore } from '@/lib/cli/verify'
import { prisma } from '@/lib/db/client'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { importFile } from '@/lib/import/import-file'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { getVersionPage } from '@/lib/workbench/versions/get-version-page'
import { getLoadPage } from './get-load-page'
import { KEPT_MS, readRecord } from './upload-folder'

const DAYS = shanghaiDays('2024-05-06', '2024-08-30')
const OWN = { host: 'localhost', origin: 'http://localhost' }
const store = sampleStore()
const before = process.env.CACHE_DIR

const returnOf = (index: number) => (Math.sin(index * 1.7) / 100).toFixed(6)
const lineOf = (day: string, index: number, first = returnOf(index)) =>
  [day, 'skewness', first, returnOf(index + 5), returnOf(index + 9)].join()

/** Version 1 is the catalogue, 2 a history of skewness. */
beforeAll(async () => {
  process.env.CACHE_DIR = store.folder
  vi.stubEnv('FACTOR_WEEKLY_TODAY', '2024-09-02')
  await store.load(factorCsv(...DAYS.map((day, index) => lineOf(day, index))))
})

afterAll(() => {
  vi.unstubAllEnvs()
  if (before === undefined) delete process.env.CACHE_DIR
  else process.env.CACHE_DIR = before
})

function formOf(fields: Record<string, string | string[]>, files: File[] = []): FormData {
  const form = new FormData()
  for (const file of files) form.append('file', file)
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value)
  return form
}

const fileOf = (name: string, content: string) => new File([content], name)

function requestOf(path: string, body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request(`http://localhost/api/uploads${path}?locale=en`, {
    method: 'POST',
    body,
    headers: { ...OWN, ...headers },
  })
}

/** Sends files, and returns the address of the page that shows them. */
async function send(files: File[], fields: Record<string, string> = {}): Promise<string> {
  const answer = await uploads.POST(requestOf('', formOf(fields, files)))
  expect(answer.status).toBe(303)
  return answer.headers.get('location') ?? ''
}

async function decide(id: string, fields: Record<string, string | string[]>): Promise<string> {
  const answer = await decisions.POST(requestOf(`/${id}`, formOf(fields)), { params: Promise.resolve({ id }) })
  expect(answer.status).toBe(303)
  forgetLatestVersion()
  return answer.headers.get('location') ?? ''
}

function idOf(address: string): string {
  const [, id = ''] = /^\/en\/data\/load\?upload=([0-9a-f]{32})(?:&|$)/.exec(address) ?? []
  expect(id, address).not.toBe('')
  return id
}

async function shownAt(address: string) {
  const { shown } = await getLoadPage({ upload: idOf(address), latest: await prisma.dataVersion.count() })
  if (shown === null) throw new Error(`nothing is shown at ${address}`)
  return shown
}

async function changesAt(address: string) {
  const { result } = (await shownAt(address)).record
  if (result.state !== 'checked' || result.changes === null) throw new Error(`no changes are shown at ${address}`)
  return result.changes
}

const countVersions = () => prisma.dataVersion.count()

it('shows before the load exactly what the page of the version shows after it', async () => {
  // A restated day in June, and a new one.
  const restated = DAYS.indexOf('2024-06-05')
  const content = factorCsv(lineOf('2024-06-05', restated, '0.031'), '2024-09-02,skewness,0.01,0.002,0.003')
  const address = await send([fileOf('restated.csv', content)])
  const shown = await shownAt(address)
  expect(shown.step).toBe('load')
  expect(shown.files).toMatchObject([
    {
      file: { name: 'restated.csv' },
      outcome: {
        tables: [{ kind: 'factor_returns', layout: 'long', unit: 'decimal', sheet: null, rows: 2 }],
        ...{ rowsNew: 1, rowsRestated: 1, version: null, dryRun: true },
      },
    },
  ])
  const changes = await changesAt(address)
  expect(await countVersions()).toBe(2)
  expect(await decide(idOf(address), { do: 'load' })).toBe(address)
  const page = await getVersionPage(3, { latest: 3, convention: 'arithmetic', page: 1 })
  expect(page?.moved.length).toBeGreaterThan(5)
  expect(changes).toMatchObject({ moved: page?.moved, movedCount: page?.moved.length })
  expect(changes).toMatchObject({ restated: page?.restated, restatedCount: 1, entries: [] })
  const loaded = await shownAt(address)
  expect(loaded).toMatchObject({ step: null, week: '2024-09-02', files: [{ outcome: { version: 3 } }] })
  expect(await readdir(join(store.folder, 'uploads', idOf(address)))).toEqual(['upload.json'])
  expect(await decide(idOf(address), { do: 'load' })).toBe(address)
  expect(await countVersions()).toBe(3)
})

it('says the same as the load of the command, and that nothing changes', async () => {
  const content = factorCsv(lineOf('2024-08-30', DAYS.indexOf('2024-08-30')))
  const { step, files } = await shownAt(await send([fileOf('same.csv', content)]))
  expect(step).toBe('nothing')
  const path = await store.write('same.csv', content)
  expect(files[0]?.outcome).toEqual(await importFile({ path, dryRun: true }))
})

it('lists the faults of a file, with their places', async () => {
  const shown = await shownAt(await send([fileOf('bad.csv', factorCsv('2024-08-32,skewness,0.01,x,0.003'))]))
  expect(shown.step).toBe('correct')
  expect(shown.files[0]?.outcome?.faults.map(({ rule, row }) => [rule, row])).toEqual([
    ['not-a-date', 2],
    ['not-a-number', 2],
  ])
})

it('reads columns as a person names them, and remembers it for the next file of the source', {
  timeout: 60_000,
}, async () => {
  const bodyOf = (first: string) => `Tag;Code;Lang;Kurz;Markt;Notiz\n2024-09-02;network;${first};0.002;0.003;x\n`
  const address = await send([fileOf('desk-2024-09-02.csv', bodyOf('0.01'))])
  const { step, columns } = await shownAt(address)
  expect(step).toBe('correct')
  expect(columns).toMatchObject([
    { index: 0, columns: [{ name: 'Tag', first: '2024-09-02', as: '' }, {}, {}, {}, {}, {}] },
  ])
  const given = {
    'column-0': ['Tag', 'Code', 'Lang', 'Kurz', 'Markt', 'Notiz'],
    'as-0': ['date', 'series', 'long', 'short', 'benchmark', '-'],
  }
  await decide(idOf(address), { do: 'check', as: '', unit: '', ...given })
  const renamed = await shownAt(address)
  expect([renamed.step, renamed.files[0]?.outcome?.faults]).toEqual(['load', []])
  await decide(idOf(address), { do: 'load' })
  expect(await prisma.dataVersion.findUnique({ where: { id: 4 } })).toMatchObject({
    declaredColumns: [
      { column: 'Tag', as: 'date' },
      { column: 'Code', as: 'series' },
      { column: 'Lang', as: 'long' },
      { column: 'Kurz', as: 'short' },
      { column: 'Markt', as: 'benchmark' },
      { column: 'Notiz', as: '' },
    ],
  })
  expect(await verifyStore()).toEqual([])
  const next = await shownAt(await send([fileOf('desk-2024-09-03.csv', bodyOf('0.012'))]))
  expect([next.step, next.columns[0]?.columns[5]]).toEqual(['load', { name: 'Notiz', first: 'x', as: null }])
  const path = await store.write('desk-2024-09-04.csv', bodyOf('0.012'))
  expect(await importFile({ path, dryRun: true })).toMatchObject({ faultCount: 0, rowsRestated: 1 })
  const other = await store.write('other.csv', bodyOf('0.012'))
  expect((await importFile({ path: other, dryRun: true })).faults).toMatchObject([{ rule: 'unknown-layout' }])
})

it('holds findings until somebody accepts them with a reason, which the version records', async () => {
  const flat = factorCsv('2024-09-02,skewness,0,0,0')
  const address = await send([fileOf('flat.csv', flat)])
  const { step, files } = await shownAt(address)
  const rules = files[0]?.outcome?.holds.map(({ rule }) => rule) ?? []
  expect([step, rules.length > 0]).toEqual(['accept', true])
  expect((await changesAt(address)).restated).toMatchObject([{ date: '2024-09-02', after: { long: 0 } }])
  const versions = await countVersions()
  await decide(idOf(address), { do: 'load' })
  expect((await shownAt(address)).step).toBe('accept')
  expect(await decide(idOf(address), { do: 'load', accept: rules })).toBe(`${address}&problem=no-reason`)
  expect(await countVersions()).toBe(versions)
  await decide(idOf(address), { do: 'load', accept: rules, reason: 'The exchange was closed by a storm.' })
  expect(await prisma.dataVersion.findUnique({ where: { id: versions + 1 } })).toMatchObject({
    accepted: [...rules].sort(),
    reason: 'The exchange was closed by a storm.',
  })
})

it('checks again, and loads nothing, when a version was made since the check', async () => {
  const address = await send([fileOf('later.csv', factorCsv('2024-09-02,skewness,0.021,0.002,0.003'))])
  const { moved } = await changesAt(address)
  await store.load(factorCsv('2024-09-02,skewness,0.005,0.002,0.003'), { today: '2024-09-02' })
  const versions = await countVersions()
  expect(await decide(idOf(address), { do: 'load' })).toBe(`${address}&problem=moved`)
  expect(await countVersions()).toBe(versions)
  expect((await changesAt(address)).moved).not.toEqual(moved)
  expect((await changesAt(address)).restated).toMatchObject([{ before: { long: 0.005 }, after: { long: 0.021 } }])
  await decide(idOf(address), { do: 'forget' })
  expect(await getLoadPage({ upload: idOf(address), latest: versions })).toMatchObject({ problem: 'gone', shown: null })
})

it('loads a catalogue and returns together, each as a version', async () => {
  const [first, ...others] = SAMPLE_CATALOGUE.factors
  const catalogue = { ...SAMPLE_CATALOGUE, factors: [{ ...first, nameEn: 'Renamed' }, ...others] }
  const address = await send([
    fileOf('new.csv', factorCsv('2024-08-30,network,0.01,0.002,0.003')),
    fileOf('catalogue.json', JSON.stringify(catalogue)),
  ])
  expect((await changesAt(address)).entries).toMatchObject([{ kind: 'factor', after: { name_en: 'Renamed' } }])
  const versions = await countVersions()
  await decide(idOf(address), { do: 'load' })
  expect(await countVersions()).toBe(versions + 2)
})

it('withdraws a version with a reason, if none was made since its dry run', async () => {
  const newest = await countVersions()
  const withdraw = async (fields: Record<string, string>) => {
    const version = String(newest)
    const answer = await withdrawals.POST(requestOf(`/withdrawals/${version}`, formOf(fields)), {
      params: Promise.resolve({ version }),
    })
    return answer.headers.get('location')
  }
  const path = `/en/data/${newest}/withdrawal`
  expect(await withdraw({ against: String(newest), reason: ' ' })).toBe(`${path}?problem=no-reason`)
  expect(await withdraw({ against: String(newest - 1), reason: 'Wrong.' })).toBe(`${path}?problem=moved`)
  expect(await countVersions()).toBe(newest)
  expect(await withdraw({ against: String(newest), reason: 'Wrong file.' })).toBe(`/en/data/${newest + 1}`)
  expect(await prisma.dataVersion.findUnique({ where: { id: newest + 1 } })).toMatchObject({
    ...{ kind: 'withdrawal', withdrawnVersion: newest, reason: 'Wrong file.' },
  })
  expect(await verifyStore()).toEqual([])
})

it.each([
  ['no file', [], 'no-file'],
  ['two files of one name', [fileOf('a.csv', '1'), fileOf('a.csv', '2')], 'same-name'],
  ['a name with folders', [fileOf('../../etc/passwd', '1')], 'bad-name'],
  ['a name with a line break', [fileOf('a\n.csv', '1')], 'bad-name'],
  ['a name that is too long', [fileOf(`${'a'.repeat(201)}.csv`, '1')], 'bad-name'],
] as const)('refuses %s', async (_, files, problem) => {
  expect(await send([...files])).toBe(`/en/data/load?problem=${problem}`)
})

it('shows a hostile name as it is, and keeps its file under another', async () => {
  const name = '<img src=x onerror=alert(1)>.csv'
  const address = await send([fileOf(name, factorCsv('2024-08-30,skewness,x,0,0'))])
  expect((await shownAt(address)).files[0]?.file.name).toBe(name)
  expect((await readdir(join(store.folder, 'uploads', idOf(address)))).sort()).toEqual(['0', 'upload.json'])
})

it('answers a script with the address and the status of the problem', async () => {
  const answer = await uploads.POST(requestOf('', formOf({}), { accept: 'application/json' }))
  expect([answer.status, await answer.json()]).toEqual([400, { to: '/en/data/load?problem=no-file' }])
  const large = await uploads.POST(
    requestOf('', formOf({}, [fileOf('a.csv', '1')]), { accept: 'application/json', 'content-length': '300000000' }),
  )
  expect([large.status, await large.json()]).toEqual([413, { to: '/en/data/load?problem=too-large' }])
})

it('refuses what is no form, or has values that no page offers', async () => {
  const plain = await uploads.POST(requestOf('', 'date,series', { 'content-type': 'text/csv' }))
  expect(plain.headers.get('location')).toBe('/en/data/load?problem=bad-form')
  const cut = await uploads.POST(requestOf('', '--x\r\n', { 'content-type': 'multipart/form-data; boundary=x' }))
  expect(cut.headers.get('location')).toBe('/en/data/load?problem=bad-form')
  expect(await send([fileOf('a.csv', '1')], { unit: 'furlong' })).toBe('/en/data/load?problem=bad-form')
  const hostile = 'x\r\nset-cookie: a=b'
  expect(await decide(hostile, { do: 'load' })).toBe('/en/data/load?problem=gone')
  expect(await decide('0'.repeat(32), { do: 'load' })).toBe('/en/data/load?problem=gone')
})

it('refuses a form from another site, and everybody where nobody may load, before the body is read', async () => {
  const form = () => formOf({}, [fileOf('a.csv', '1')])
  const foreign = { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }
  expect((await uploads.POST(requestOf('', form(), foreign))).status).toBe(403)
  expect(
    (await decisions.POST(requestOf('/x', form(), foreign), { params: Promise.resolve({ id: 'x' }) })).status,
  ).toBe(403)
  vi.stubEnv('HOST', '0.0.0.0')
  expect((await uploads.POST(requestOf('', form()))).status).toBe(403)
  expect(await getLoadPage({ latest: 1 })).toMatchObject({ mayLoad: false, shown: null })
  vi.stubEnv('HOST', '127.0.0.1')
})

it('forgets an upload after two hours', async () => {
  const id = idOf(await send([fileOf('old.csv', factorCsv('2024-08-30,skewness,x,0,0'))]))
  expect(await readRecord(id)).not.toBeNull()
  vi.useFakeTimers({ now: Date.now() + KEPT_MS + 1, toFake: ['Date'] })
  expect(await readRecord(id)).toBeNull()
  vi.useRealTimers()
})
