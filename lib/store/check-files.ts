import type { Client } from 'pg'
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { NEWEST } from '@/lib/db/queries/as-of-version'
import { readAliases } from '@/lib/db/read-aliases'
import { queryOf, readSeriesCatalogue, type SeriesCatalogue } from '@/lib/import/check/series-catalogue'
import { UNITS } from '@/lib/import/layout/unit'
import { FAULT_RULES, FaultLog } from '@/lib/import/outcome/fault'
import { givenColumns } from '@/lib/import/outcome/given-column'
import { type OnProgress, progressOf } from '@/lib/import/parse/progress'
import { readContent } from '@/lib/import/parse/read-content'
import { DECLARED, type FileContent } from '@/lib/import/parse/read-file'
import { unpackSource } from '@/lib/import/write/keep-source'
import { stagePlain } from '@/lib/import/write/stage-plain'
import { stageBatch } from '@/lib/import/write/stage-rows'
import { type Counted, compareEntries } from './compare-entries'
import { type Aliases, stageNewCodes, withNewCodes, withOldCodes } from './old-codes'
import { compareRename } from './rename/compare-rename'
import { compareWithdrawal } from './withdraw/compare-withdrawal'

const NAMED_MAX = 20

const load = z.object({
  id: z.int(),
  kind: z.enum(['load', 'withdrawal', 'rename']),
  name: z.string(),
  as: z.enum(DECLARED).nullable(),
  unit: z.enum(UNITS).nullable(),
  columns: givenColumns,
  day: z.iso.date(),
  sha256: z.string(),
  content: z.instanceof(Buffer),
  encoding: z.enum(['gzip']).nullable(),
  /** The version's count of unchanged rows; null when an older store did not count by series. */
  unchanged: z.int().nullable(),
})

type Load = z.infer<typeof load>

/**
 * Compares each stored file with its checksum, oldest version first, reads it again, and names the rows in which the
 * store as of that version differs from it. A withdrawal is planned again from its request, and a rename compared with
 * its aliases.
 */
export async function checkFiles(client: Client, onProgress: OnProgress): Promise<string[]> {
  const loads = z.array(z.object({ id: z.int(), since: z.int() })).parse((await client.query(LOADS)).rows)
  const aliases = await readAliases(queryOf(client), NEWEST)
  const catalogueOf = catalogues(client, aliases)
  const findings: string[] = []
  for (const [index, { id, since }] of loads.entries()) {
    const [own] = z.array(load).parse((await client.query(LOAD, [id])).rows)
    if (own === undefined) continue
    const ofFile = progressOf(`file ${index + 1} of ${loads.length}, ${own.name}`, onProgress)
    ofFile('reading')
    const options = { aliases, readCatalogue: () => catalogueOf(since), onProgress: ofFile }
    findings.push(...(await checkFile(client, own, options)))
  }
  return findings
}

/**
 * Returns a function that reads the series as of a version, by old codes too, and keeps the last ones for the loads that
 * follow.
 */
function catalogues(client: Client, aliases: Aliases): (version: number) => Promise<SeriesCatalogue> {
  let kept: { version: number; catalogue: SeriesCatalogue } | null = null
  return async (version) => {
    if (kept?.version !== version) {
      kept = { version, catalogue: withOldCodes(await readSeriesCatalogue(queryOf(client), version), aliases) }
    }
    return kept.catalogue
  }
}

/** Versions with a file, and for each the newest version up to it that changed the catalogue; 0 when none did. */
const LOADS = `
  with change as (
    select since_version as version from catalogue_entry union select until_version from catalogue_entry
  )
  select id, coalesce(max(version), 0) as since
  from data_version
    join source_file on sha256 = source_sha256
    left join change on version <= id
  group by id
  order by id`

/** Shanghai is ahead of UTC: a date that was not in the future at the load may be a day after `loaded_at` in UTC. */
const LOAD = `
  select id, case when kind in ('withdrawal', 'rename') then kind::text else 'load' end as kind, source_name as name,
         declared_as as as, declared_unit as unit, declared_columns as columns,
         to_char(loaded_at + interval '1 day', 'YYYY-MM-DD') as day, sha256, content, encoding,
         case when loaded_by is not null then rows_unchanged end as unchanged
  from data_version join source_file on sha256 = source_sha256
  where id = $1`

interface CheckOptions {
  aliases: Aliases
  /** Reads the series as of the version of the file, by old codes too. */
  readCatalogue: () => Promise<SeriesCatalogue>
  onProgress: OnProgress
}

async function checkFile(client: Client, own: Load, options: CheckOptions): Promise<string[]> {
  const { id, name } = own
  const bytes = await unpackSource(own)
  if (bytes === null) return [`version ${id}: the kept bytes of ${name} have another SHA-256`]
  if (own.kind === 'withdrawal') return nameSome(id, await compareWithdrawal(client, id, bytes))
  if (own.kind === 'rename') return nameSome(id, await compareRename(client, id, bytes))
  return checkLoad(client, own, bytes, options)
}

async function checkLoad(
  client: Client,
  { id, name, as, unit, columns, day, unchanged }: Load,
  bytes: Uint8Array,
  { aliases, readCatalogue, onProgress }: CheckOptions,
): Promise<string[]> {
  const settings = { as, unit, columns, today: day, catalogue: await readCatalogue() }
  const plain = await stagePlain(client, bytes, settings, onProgress)
  if (plain !== null) {
    await stageNewCodes(client, aliases)
    onProgress('comparing with the store')
    return nameSome(id, await compareStaged(client, { id, unchanged }, plain))
  }
  const faults = new FaultLog(name)
  const read = withNewCodes(await readContent(bytes, settings, faults), aliases)
  if (read === null || faults.count > 0) {
    const why = [...new Set(faults.kept.map(({ rule }) => FAULT_RULES[rule]))].join('; ')
    return [`version ${id}: ${name} cannot be read any more: ${why}`]
  }
  onProgress('comparing with the store')
  return nameSome(id, await compare(client, { id, unchanged }, read))
}

function nameSome(id: number, differing: string[]): string[] {
  const named = differing.slice(0, NAMED_MAX).map((what) => `version ${id}: ${what}`)
  const rest = differing.length - named.length
  return rest > 0 ? [...named, `version ${id}: and ${rest} more`] : named
}

async function compare(client: Client, version: Counted, read: FileContent): Promise<string[]> {
  if (read.type === 'catalogue') return compareEntries(client, version, read.catalogue)
  await stageBatch(client, read.batch)
  return compareStaged(client, version, read.batch.kind)
}

async function compareStaged(client: Client, { id, unchanged }: Counted, kind: ReturnKind): Promise<string[]> {
  const differing = await compareRows(client, id, kind)
  if (unchanged !== null) differing.push(...texts.parse((await client.query(SERIES, [id])).rows))
  return differing
}

const texts = z.array(z.object({ what: z.string() }).transform(({ what }) => what))

/** Compares the series of a version with those of its file. */
const SERIES = `
  select case when own.version is null then format('%s is in the file, and not among its series', code)
              when file.rows is null then format('%s is among its series, and not in the file', code)
              else format('the file has %s rows of %s from %s to %s, and its series says %s from %s to %s',
                          file.rows, code, file.first, file.last, own.rows, own.first, own.last)
         end as what
  from (select code, days as rows, first, last from staged_series) as file
    full join (
      select version, code, rows_new + rows_restated + rows_unchanged as rows, first_date as first, last_date as last
      from data_version_series
      where version = $1
    ) as own using (code)
  where (file.rows, file.first, file.last) is distinct from (own.rows, own.first, own.last)
  order by code`

async function compareRows(client: Client, version: number, kind: ReturnKind): Promise<string[]> {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const differs = legs.map(({ stored }) => `stored.${stored} is distinct from staged.${stored}`).join(' or ')
  const { rows } = await client.query(
    `
    select format('%s on %s %s', code, date, case
      when stored.since_version is null then 'is in the file alone'
      when staged.code is null then 'is in the store alone'
      else 'has another value than the file' end) as what
    from staged full join (
      select ${codeColumn} as code, *
      from ${table}
      where since_version <= $1 and until_version > $1
    ) as stored using (code, date)
    where stored.since_version is null
      or (staged.code is null and stored.since_version = $1)
      or (staged.code is not null and (${differs}))
    order by code, date`,
    [version],
  )
  return texts.parse(rows)
}
