import type { View } from '@/lib/address/view'
import type { Comparison } from '@/lib/analysis/comparison'
import { formatSigned } from '@/lib/base/format'
import { letterOf } from '@/lib/charts/line-strokes'
import { translatorFor } from '@/lib/messages/translate'
import type { ComparedSeries } from '@/lib/workbench/compare/get-compare-page'
import { tintProps } from '../table/tint'
import { To } from '../text/to'
import { type CompareState, comparePath } from './compare-path'
import { Head } from './compare-tables'
import { LineSample } from './line-sample'

interface MatrixProps {
  comparison: Comparison
  series: ComparedSeries[]
  state: CompareState
  view: View
}

/** Correlation of each two series' weekly returns, like ones beside each other. A cell opens its pair. */
export function CorrelationMatrix({ comparison, series, state, view }: MatrixProps) {
  const t = translatorFor(view.locale)
  const { order, correlations, weeks } = comparison
  const placed = order.flatMap((place) => {
    const entry = series[place]
    return entry ? [{ ...entry, place }] : []
  })
  return (
    <section aria-labelledby="matrix" className="mt-10 min-w-0">
      <Head
        id="matrix"
        title={t('compare.correlations')}
        note={t('compare.correlationsNote', { count: weeks.length })}
      />
      <div className="matrix-scroll">
        <table className="compare-table matrix">
          <thead>
            <tr>
              <th scope="col">{t('compare.name')}</th>
              {placed.map(({ code, place, shortName }) => (
                <th key={code} scope="col" title={shortName}>
                  {letterOf(place)}
                  <span className="sr-only"> {shortName}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {placed.map((row) => (
              <tr key={row.code}>
                <th scope="row">
                  <LineSample place={row.place} />
                  {row.shortName}
                </th>
                {placed.map((column) => {
                  const value = correlations[row.place]?.[column.place] ?? null
                  const isOwn = row.code === column.code
                  const tinted = tintProps(isOwn ? null : value)
                  const pair = [row.code, column.code] as const
                  const isOpen = state.pair?.every((code) => pair.includes(code)) ?? false
                  return (
                    <td
                      key={column.code}
                      data-pair={pair.join(',')}
                      className={`${tinted.className} ${isOpen && !isOwn ? 'is-open' : ''}`}
                      style={tinted.style}
                    >
                      {isOwn ? (
                        <span className="text-ink-3">1</span>
                      ) : (
                        <To
                          path={`${comparePath(state, { pair })}#pair`}
                          view={view}
                          aria-label={t('compare.pairLink', {
                            a: row.shortName,
                            b: column.shortName,
                            value: formatSigned(value),
                          })}
                        >
                          {formatSigned(value)}
                        </To>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
