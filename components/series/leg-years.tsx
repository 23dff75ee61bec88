import type { View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import { splitByYear } from '@/lib/analysis/leg-split'
import { periodBetween } from '@/lib/analysis/periods'
import { translatorFor } from '@/lib/messages/translate'
import { FigureText } from '../text/figure-text'
import { Explained } from './explained'
import { MeasureTable } from './measure-table'
import { SeriesPart } from './series-part'

interface LegYearsProps {
  history: SeriesHistory
  view: View
  from?: string | undefined
  to?: string | undefined
}

/**
 * Shows the parts of each calendar year's long-short return from the long and the short side, for the years that the
 * period touches; nothing for a portfolio.
 */
export function LegYears({ history, view, from, to }: LegYearsProps) {
  const { locale, convention } = view
  const t = translatorFor(locale)
  const span = periodBetween(history, from, to)
  const years = span ? splitByYear(history, span, convention).reverse() : []
  if (years.length === 0) return null
  return (
    <SeriesPart id="legs" title={t('series.legs')} note={<Explained name="legSplit" view={view} t={t} />}>
      <MeasureTable
        heads={
          <>
            <th scope="col">{t('series.year')}</th>
            <th scope="col">{t('series.longPart', { convention })}</th>
            <th scope="col">{t('series.shortPart', { convention })}</th>
            <th scope="col">{t('series.net')}</th>
          </>
        }
      >
        {years.map(({ year, long, short, net }) => (
          <tr key={year} data-year={year}>
            <th scope="row" className="text-ink-2">
              {year}
            </th>
            <td>
              <FigureText value={long} />
            </td>
            <td>
              <FigureText value={short} />
            </td>
            <td className="font-bold">
              <FigureText value={net} />
            </td>
          </tr>
        ))}
      </MeasureTable>
    </SeriesPart>
  )
}
