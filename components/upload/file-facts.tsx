import type { View } from '@/lib/address/view'
import { formatCount } from '@/lib/base/format'
import { isOneOf } from '@/lib/base/is-one-of'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { ShownUpload } from '@/lib/upload/get-load-page'

type ShownFile = ShownUpload['files'][number]
type Outcome = NonNullable<ShownFile['outcome']>

const RETURN_KINDS = [
  'factor_returns',
  'portfolio_returns',
  'factor_quality',
  'index_returns',
  'contributions',
] as const

/** Lists what was recognised of each file: content, layout, unit, sheets, rows, series and dates. */
export function FileFacts({ files, view }: { files: readonly ShownFile[]; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <section aria-labelledby="recognised" className="mt-6">
      <h2 id="recognised" className="pb-1.5 text-sheet">
        {t('load.recognised')}
      </h2>
      <ul className="border-line border-t">
        {files.map(({ file, outcome }) => (
          <li key={file.name} className="border-line border-b py-3" data-file={file.name}>
            <h3 className="wrap-anywhere font-bold text-body">
              <bdi>{file.name}</bdi>
            </h3>
            <dl className="mt-1 flex flex-wrap gap-x-6 gap-y-1 text-note">
              {factsOf(file, outcome, t).map(([name, fact]) => (
                <div key={name} className="flex gap-2">
                  <dt className="whitespace-nowrap text-ink-2">{name}</dt>
                  <dd className="wrap-anywhere">{fact}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </section>
  )
}

function factsOf({ bytes }: ShownFile['file'], outcome: Outcome | null, t: Translator): [string, string][] {
  const size: [string, string] = [t('load.size'), t('load.bytes', { size: formatCount(Math.ceil(bytes / 1_000)) })]
  if (outcome === null) return [size]
  const { tables, series, columns, rowsNew, rowsRestated, rowsUnchanged, faultCount } = outcome
  const sheets = tables.flatMap(({ sheet }) => sheet ?? [])
  const dates = series.flatMap(({ from, to }) => [from, to]).sort()
  const isRead = faultCount === 0
  const rows = isRead ? rowsNew + rowsRestated + rowsUnchanged : tables.reduce((sum, table) => sum + table.rows, 0)
  return [
    [t('load.as'), contentOf(outcome, t)],
    ...fact(
      t('load.layout'),
      unique(tables.map(({ layout }) => t(layout === null ? 'load.unknown' : `load.layout-${layout}`))),
    ),
    ...fact(t('load.unit'), unique(tables.flatMap(({ unit }) => (unit === null ? [] : [t(`load.unit-${unit}`)])))),
    ...fact(t('load.sheet'), sheets),
    [t('load.rows'), formatCount(rows)],
    ...fact(t('load.seriesCount'), series.length === 0 ? [] : [formatCount(series.length)]),
    ...fact(
      t('data.dates'),
      dates.length === 0 ? [] : [t('data.span', { first: dates[0] ?? '', last: dates.at(-1) ?? '' })],
    ),
    ...(isRead
      ? [pair(t('data.new'), rowsNew), pair(t('data.restated'), rowsRestated), pair(t('data.unchanged'), rowsUnchanged)]
      : []),
    ...fact(
      t('load.named'),
      columns.map(({ column, as }) => `${column} → ${as || '-'}`),
    ),
    size,
  ]
}

function contentOf({ tables }: Outcome, t: Translator): string {
  if (tables.length === 0) return `${t('data.kind-catalogue')} (${t('load.json')})`
  const kinds = tables.map(({ kind }) => {
    if (kind === null) return t('load.unknown')
    return isOneOf(RETURN_KINDS, kind) ? t(`data.kind-${kind}`) : `${t('data.kind-catalogue')}: ${t(`load.as-${kind}`)}`
  })
  return unique(kinds).join('; ')
}

function fact(name: string, values: readonly string[]): [string, string][] {
  return values.length === 0 ? [] : [[name, values.join('; ')]]
}

function pair(name: string, count: number): [string, string] {
  return [name, formatCount(count)]
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
