import { contributionTable } from '@/lib/analysis/contributions/contribution-table'
import { missingText } from '@/lib/analysis/contributions/missing-text'
import { windowSpans } from '@/lib/analysis/trading-windows'
import type { ExportTable } from '@/lib/base/export-table'
import { fractionColumn } from '@/lib/figures/rows/fraction-column'
import { windowLabels } from '@/lib/figures/rows/window-labels'
import { translatorFor } from '@/lib/messages/translate'
import { seriesHistories } from '@/lib/report/build/series-histories'
import type { ReportInputs } from '@/lib/report/model/inputs'

/**
 * Makes the table of what the excess of the week's portfolios comes from: a row for each component, or group without
 * components, as decimal fractions that add up to the excess. A missing one is empty, with the reason in the last column.
 * @returns null when no portfolio has contributions
 */
export function contributionSheet(inputs: ReportInputs): { name: string; table: ExportTable } | null {
  const { locale, convention, days, catalogue, contributions, components, window } = inputs
  if (contributions.length === 0) return null
  const t = translatorFor(locale, window)
  const asOf = days.at(-1) ?? ''
  const labels = windowLabels(asOf, locale, t, window)
  const portfolios = { ...inputs, catalogue: { ...catalogue, factors: [] } }
  const rows = seriesHistories(portfolios).flatMap((history) => {
    const own = contributions.find(({ code }) => code === history.code)
    if (own === undefined) return []
    const spans = windowSpans(history.days, window)
    if (spans.some(({ from, to }) => from === to)) return []
    const table = contributionTable(history, spans, { days: own.days, components }, convention)
    const notes = table.windows.flatMap(({ missing }) => (missing === null ? [] : [missingText(missing, t)]))
    const demo = inputs.isDemo ? [t('demo.label')] : []
    const note = [...demo, ...new Set(notes)].join(' ') || null
    const name = catalogue.portfolios.find(({ code }) => code === history.code)?.name ?? history.code
    const row = (group: string, component: string | null, values: readonly (number | null)[]) => [
      ...[history.code, name, group, component, ...values, asOf],
      ...[inputs.version, t(`week.${convention}`), note],
    ]
    return table.groups.flatMap((group) =>
      group.components.length === 0
        ? [row(group.name, null, group.values)]
        : group.components.map((each) => row(group.name, each.name, each.values)),
    )
  })
  return { name: t('figures.contributions'), table: { columns: columnsOf(labels, t), rows } }
}

function columnsOf(
  labels: ReturnType<typeof windowLabels>,
  t: ReturnType<typeof translatorFor>,
): ExportTable['columns'] {
  return [
    { header: t('export.code'), type: 'text' },
    { header: t('export.name'), type: 'text' },
    { header: t('contributions.group'), type: 'text' },
    { header: t('contributions.component'), type: 'text' },
    fractionColumn(labels.week, t),
    fractionColumn(labels.month, t),
    fractionColumn(labels.year, t),
    { header: t('export.asOf'), type: 'date' },
    { header: t('export.version'), type: 'integer' },
    { header: t('export.convention'), type: 'text' },
    { header: t('export.note'), type: 'text' },
  ]
}
