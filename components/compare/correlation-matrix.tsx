import type { View } from '@/lib/address/view'
import type { Correlations } from '@/lib/analysis/comparison'
import { formatSigned } from '@/lib/base/format'
import { letterOf } from '@/lib/charts/line-strokes'
import { translatorFor } from '@/lib/messages/translate'
import type { ComparedSeries } from '@/lib/workbench/compare/get-compare-page'
import { RuledHead, RuledTable } from '../table/ruled-table'
import { tintProps } from '../table/tint'
import { To } from '../text/to'
import { type CompareState, comparePath } from './compare-path'
import { Head } from './compare-tables'
import { LineSample } from './line-sample'

interface MatrixProps {
  correlations: Correlations
  series: Pick<ComparedSeries, 'code' | 'shortName'>[]
  state: CompareState
  view: View
  /** Does the page draw a line of each series, whose sample stands beside its name? */
  hasLines?: boolean
}

const CELL = 'min-w-13 max-mid:min-w-11.5'
const OPEN = '[box-shadow:inset_0_0_0_1px_var(--ink)]'

/** Shows the correlations of all series' weekly returns, similar series next to each other. A cell opens its pair. */
export function CorrelationMatrix({ correlations: of, series, state, view, hasLines = true }: MatrixProps) {
  const t = translatorFor(view.locale)
  const { order, correlations, weeks } = of
  const ordered = order.flatMap((index) => {
    const entry = series[index]
    return entry ? [{ ...entry, index }] : []
  })
  return (
    <section aria-labelledby="matrix" className="mt-10 min-w-0">
      <Head
        id="matrix"
        title={t('compare.correlations')}
        note={t('compare.correlationsNote', { count: weeks.length })}
      />
      <div className="relative overflow-x-auto">
        <RuledTable className="w-auto whitespace-nowrap min-w-[min(100%,560px)] [--cell-after:6px] max-mid:[--cell-y:6px]">
          <RuledHead>
            <tr>
              <th scope="col" className="sticky left-0 bg-bg whitespace-normal">
                {t('compare.name')}
              </th>
              {ordered.map(({ code, index, shortName }) => (
                <th key={code} scope="col" title={shortName} className={CELL}>
                  {letterOf(index)}
                  <span className="sr-only"> {shortName}</span>
                </th>
              ))}
            </tr>
          </RuledHead>
          <tbody>
            {ordered.map((row) => (
              <tr key={row.code} className="hover:bg-wash">
                <th scope="row" className="sticky left-0 min-w-24 max-w-32 bg-bg whitespace-normal mid:max-w-none">
                  {hasLines ? (
                    <LineSample index={row.index} />
                  ) : (
                    <span className="mr-2 inline-block w-4 font-bold text-note">{letterOf(row.index)}</span>
                  )}
                  {row.shortName}
                </th>
                {ordered.map((column) => {
                  const value = correlations[row.index]?.[column.index] ?? null
                  const isOwn = row.code === column.code
                  const tinted = tintProps(isOwn ? null : value)
                  const pair = [row.code, column.code] as const
                  const isOpen = state.pair?.every((code) => pair.includes(code)) ?? false
                  return (
                    <td
                      key={column.code}
                      data-pair={pair.join(',')}
                      className={`${CELL} ${tinted.className} ${isOpen && !isOwn ? OPEN : ''}`}
                      style={tinted.style}
                    >
                      {isOwn ? (
                        <span className="text-ink-3">1</span>
                      ) : (
                        <To
                          path={`${comparePath(state, { pair })}#pair`}
                          className="block underline-offset-3 hover:underline max-mid:-my-2 max-mid:py-3"
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
        </RuledTable>
      </div>
    </section>
  )
}
