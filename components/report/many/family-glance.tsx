import { FigureText } from '@/components/text/figure-text'
import type { View } from '@/lib/address/view'
import { formatPercent } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import type { FamilyTotals } from '@/lib/report/model/family-totals'
import type { Report } from '@/lib/report/model/report'

const WIDTH_PX = 260
const HEIGHT_PX = 14
const MARGIN_PX = 5

/** Shows the families of a page in one chart: a line from the worst factor of the week to the best, and a dot at the mean. */
export function FamilyGlance({ families, report, view }: { families: FamilyTotals[]; report: Report; view: View }) {
  const t = translatorFor(view.locale, view.window)
  const known = families.flatMap(({ longShort: { week } }) =>
    week.mean === null || !week.best || !week.worst
      ? []
      : [{ mean: week.mean, best: week.best.value, worst: week.worst.value }],
  )
  if (known.length === 0) return <p className="mt-5 text-ink-2 text-note">{t('glance.nothing')}</p>
  const [low, high] = [Math.min(0, ...known.map(({ worst }) => worst)), Math.max(0, ...known.map(({ best }) => best))]
  const span = high - low || 1
  const at = (value: number) => Math.round(10 * (MARGIN_PX + ((value - low) / span) * (WIDTH_PX - 2 * MARGIN_PX))) / 10
  return (
    <figure className="mt-5 min-w-0 wide:mt-0 wide:pt-1">
      <figcaption className="border-line border-b pb-1 font-bold">
        {t('many.glance')}
        <span className="ml-2.5 font-normal text-ink-2 text-note">
          {t('many.glanceNote', { window: report.labels.week })}
        </span>
      </figcaption>
      <ul className="mt-1.5 text-note">
        {families.map(({ code, name, longShort: { week } }) => (
          <li key={code} className="flex items-center gap-x-2.5 leading-[18px]">
            <span className="w-24 flex-none truncate text-ink-2 mid:w-32" title={name}>
              {name}
            </span>
            <FamilyMark week={week} zero={at(0)} at={at} name={name} view={view} />
            <FigureText value={week.mean} className="ml-auto font-bold" />
          </li>
        ))}
      </ul>
    </figure>
  )
}

interface MarkProps {
  week: FamilyTotals['longShort']['week']
  zero: number
  at: (value: number) => number
  name: string
  view: View
}

function FamilyMark({ week: { mean, best, worst }, zero, at, name, view }: MarkProps) {
  if (mean === null || !best || !worst) return null
  const texts = {
    family: name,
    mean: formatPercent(mean),
    worst: formatPercent(worst.value),
    best: formatPercent(best.value),
  }
  const middle = HEIGHT_PX / 2
  return (
    <svg
      viewBox={`0 0 ${WIDTH_PX} ${HEIGHT_PX}`}
      className="h-3.5 min-w-0 flex-1"
      role="img"
      aria-label={translatorFor(view.locale, view.window)('many.glanceText', texts)}
    >
      <path d={`M${zero} 0V${HEIGHT_PX}`} className="stroke-line" />
      <path d={`M${at(worst.value)} ${middle}H${at(best.value)}`} className="stroke-ink-3" />
      <circle
        cx={at(mean)}
        cy={middle}
        r={3.5}
        className={mean > 0 ? 'fill-up' : mean < 0 ? 'fill-down' : 'fill-ink-2'}
      />
    </svg>
  )
}
