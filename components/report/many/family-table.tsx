import { To } from '@/components/text/to'
import { familyPath } from '@/lib/address/parameters/week-parameters'
import type { View } from '@/lib/address/view'
import type { WindowName } from '@/lib/analysis/cell'
import { DASH } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import type { FamilyTotals, WindowTotals } from '@/lib/report/model/family-totals'
import type { Report } from '@/lib/report/model/report'
import { FigureText } from '../../text/figure-text'

const WINDOWS: WindowName[] = ['week', 'month', 'year']
const HEADS = ['signs', 'mean', 'best', 'worst'] as const
/** Space before the columns of a window. */
const GAP = 'pl-5'

interface FamilyTableProps {
  measure: 'longShort' | 'longExcess'
  families: FamilyTotals[]
  /** Totals of all factors, the last row. */
  all: FamilyTotals
  report: Report
  view: View
}

/** Shows a measure by family: factors up and down, mean, best and worst of each window. In the report of a week names link to the families' pages. */
export function FamilyTable({ measure, families, all, report, view }: FamilyTableProps) {
  const t = translatorFor(view.locale, view.window)
  const title = t(`many.table-${measure}`)
  return (
    <section className="mt-8 mid:mt-10">
      <h2 className="pb-1.5 text-sheet">
        {title}
        <span className="ml-2.5 font-normal text-ink-2 text-note">{t('tables.unit')}</span>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways needs keyboard focus */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={title}>
        <table className="w-full whitespace-nowrap border-rule border-y-2 text-right text-sheet">
          <FamilyHead report={report} view={view} />
          <tbody>
            {families.map((family) => (
              <FamilyRow key={family.code} totals={family[measure]} count={family.count}>
                {report.window === 'week' ? (
                  <To path={familyPath(report.week.asOf, family.code)} view={view} className="hover:text-accent">
                    {family.name}
                  </To>
                ) : (
                  family.name
                )}
              </FamilyRow>
            ))}
          </tbody>
          <tfoot className="font-bold">
            <FamilyRow totals={all[measure]} count={all.count}>
              {t('many.all')}
            </FamilyRow>
          </tfoot>
        </table>
      </section>
    </section>
  )
}

function FamilyHead({ report, view }: Pick<FamilyTableProps, 'report' | 'view'>) {
  const t = translatorFor(view.locale, view.window)
  return (
    <thead className="text-ink-2 text-note">
      <tr>
        <td colSpan={2} />
        {WINDOWS.map((window) => (
          <th key={window} scope="colgroup" colSpan={HEADS.length} className={`pt-1 text-left text-ink ${GAP}`}>
            {report.labels[window]}
          </th>
        ))}
      </tr>
      <tr className="border-line border-b">
        <th scope="col" className="py-1 pr-4 text-left">
          {t('many.family')}
        </th>
        <th scope="col">{t('many.factors')}</th>
        {WINDOWS.flatMap((window) =>
          HEADS.map((head, index) => (
            <th key={`${window} ${head}`} scope="col" className={index === 0 ? GAP : 'pl-3'}>
              {t(`many.${head}`)}
            </th>
          )),
        )}
      </tr>
    </thead>
  )
}

interface FamilyRowProps {
  totals: Record<WindowName, WindowTotals>
  count: number
  /** Its name. */
  children: React.ReactNode
}

function FamilyRow({ totals, count, children }: FamilyRowProps) {
  return (
    <tr className="border-grid border-b hover:bg-wash">
      <th scope="row" className="sticky left-0 bg-bg py-2 pr-4 text-left font-normal mid:py-1">
        {children}
      </th>
      <td className="text-ink-2">{count}</td>
      {WINDOWS.map((window) => (
        <WindowCells key={window} totals={totals[window]} />
      ))}
    </tr>
  )
}

function WindowCells({ totals: { up, down, known, mean, best, worst } }: { totals: WindowTotals }) {
  return (
    <>
      <td className={GAP}>{known === 0 ? DASH : `${up} / ${down}`}</td>
      <td className="pl-3 font-bold">
        <FigureText value={mean} />
      </td>
      <td className="pl-3" title={best?.shortName}>
        <FigureText value={best?.value ?? null} />
      </td>
      <td className="pl-3" title={worst?.shortName}>
        <FigureText value={worst?.value ?? null} />
      </td>
    </>
  )
}
