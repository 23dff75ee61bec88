import { addressOf, parametersOf, type View } from '@/lib/address/view'
import { yearOf, yearsBefore } from '@/lib/base/dates'
import { localePrefix } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'
import type { ComparePage, SeriesName } from '@/lib/workbench/compare/get-compare-page'
import { To } from '../text/to'
import { type CompareState, comparePath } from './compare-path'
import { LineSample } from './line-sample'

interface ControlsProps {
  page: ComparePage
  state: CompareState
  view: View
}

/** A list of more series is too long to choose from: a form finds them by name. */
const LISTED_SERIES = 200

interface ChoiceProps extends ControlsProps {
  /** Part of a name or code, for which a reader of many series looks; empty for none. */
  find: string
}

/** Shows the chosen series with links that remove them, and a form that adds or finds one. Works without script. */
export function CompareChoice({ page, state, view, find }: ChoiceProps) {
  const t = translatorFor(view.locale)
  const rest = page.catalogue.filter(({ code }) => !state.codes.includes(code))
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-1 border-line border-y py-2">
      <ul aria-label={t('compare.chosen')} className="contents">
        {page.chosen.map(({ code, kind, name }, index) => (
          <li key={code} className="whitespace-nowrap">
            <LineSample index={index} />
            <To path={`/${kind}s/${code}`} view={view} className="tap inline-block hover:text-accent">
              {name}
            </To>
            <To
              path={comparePath(state, { codes: state.codes.filter((each) => each !== code) })}
              view={view}
              data-shortcut="uncompare"
              data-code={code}
              aria-label={t('compare.remove', { name })}
              title={t('compare.remove', { name })}
              className="ml-1 inline-block px-1.5 tap text-ink-3 hover:text-accent"
            >
              ×
            </To>
          </li>
        ))}
      </ul>
      {rest.length > LISTED_SERIES ? (
        <FindForm state={state} view={view} find={find} />
      ) : (
        rest.length > 0 && <AddForm rest={rest} state={state} view={view} />
      )}
    </div>
  )
}

function AddForm({ rest, state, view }: { rest: SeriesName[]; state: CompareState; view: View }) {
  const t = translatorFor(view.locale)
  const group = (kind: SeriesName['kind']) =>
    rest
      .filter((entry) => entry.kind === kind)
      .map(({ code, name, ended }) => (
        <option key={code} value={code}>
          {ended === null ? name : t('compare.endedOption', { name, ended: ended.day })}
        </option>
      ))
  return (
    <form method="get" action={formAction(view)} className="flex items-center gap-2">
      <HiddenFields state={state} view={view} without={['add']} />
      <label htmlFor="compare-add" className="sr-only">
        {t('compare.addLabel')}
      </label>
      <select id="compare-add" name="add" required defaultValue="" className="field max-mid:h-11">
        <option value="">{t('compare.addChoose')}</option>
        <optgroup label={t('compare.factors')}>{group('factor')}</optgroup>
        <optgroup label={t('compare.portfolios')}>{group('portfolio')}</optgroup>
      </select>
      <button type="submit" className="link tap">
        {t('compare.add')}
      </button>
    </form>
  )
}

function FindForm({ state, view, find }: { state: CompareState; view: View; find: string }) {
  const t = translatorFor(view.locale)
  return (
    <form method="get" action={formAction(view)} className="flex items-center gap-2 print:hidden">
      <HiddenFields state={state} view={view} without={['find']} />
      <label htmlFor="compare-find" className="text-ink-2 text-note">
        {t('compare.findLabel')}
      </label>
      <input
        id="compare-find"
        type="search"
        name="find"
        required
        maxLength={64}
        defaultValue={find}
        className="field w-44 max-mid:h-11"
      />
      <button type="submit" className="link tap">
        {t('compare.findGo')}
      </button>
    </form>
  )
}

/** Shows links and fields for the period, and the axis. */
export function CompareTerms({ page, state, view }: ControlsProps) {
  const t = translatorFor(view.locale)
  const [first, last] = [page.comparison?.days[0] ?? null, page.comparison?.days.at(-1) ?? null]
  return (
    <div className="print:hidden mt-5 flex flex-wrap items-center gap-x-8 gap-y-2">
      <nav aria-label={t('compare.period')} className="flex flex-wrap gap-x-4">
        {RANGES.map((name) => (
          <To
            key={name}
            path={comparePath(state, { from: rangeStart(name, last), to: state.to })}
            view={view}
            aria-current={state.from === rangeStart(name, last) ? 'true' : undefined}
            className="choice"
          >
            {t(`compare.range-${name}`)}
          </To>
        ))}
      </nav>
      <form method="get" action={formAction(view)} className="flex items-center gap-2 text-note">
        <HiddenFields state={state} view={view} without={['from', 'to']} />
        <label htmlFor="compare-from" className="text-ink-2">
          {t('compare.from')}
        </label>
        <input id="compare-from" type="date" name="from" defaultValue={first ?? ''} className="field" />
        <label htmlFor="compare-to" className="text-ink-2">
          {t('compare.to')}
        </label>
        <input id="compare-to" type="date" name="to" defaultValue={last ?? ''} className="field" />
        <button type="submit" className="link tap">
          {t('compare.go')}
        </button>
      </form>
      <nav aria-label={t('compare.axis')} className="flex gap-x-4">
        {(['log', 'linear'] as const).map((axis) => (
          <To
            key={axis}
            path={comparePath(state, { axis })}
            view={view}
            aria-current={axis === state.axis ? 'true' : undefined}
            className="choice"
          >
            {t(`compare.axis-${axis}`)}
          </To>
        ))}
      </nav>
    </div>
  )
}

const RANGES = ['year', 'oneYear', 'threeYears', 'fiveYears', 'all'] as const
const YEARS = { oneYear: 1, threeYears: 3, fiveYears: 5 } as const

/** Returns the first day of a button's period, as of the comparison's last day; null: all days. */
function rangeStart(name: (typeof RANGES)[number], last: string | null): string | null {
  if (name === 'all' || last === null) return null
  return name === 'year' ? `${yearOf(last)}-01-01` : yearsBefore(last, YEARS[name])
}

function formAction(view: View): string {
  return `${localePrefix(view.locale)}/compare`
}

/** Adds the address's parameters to a form, which otherwise sends only its own fields. */
function HiddenFields({ state, view, without }: { state: CompareState; view: View; without: string[] }) {
  const [, query = ''] = addressOf(comparePath(state), view).split('?')
  const all = new Map([...new URLSearchParams(query), ...parametersOf(view)])
  return [...all]
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
