import type { View } from '@/lib/address/view'
import { formatPercent } from '@/lib/base/format'
import { languageTag } from '@/lib/base/locale'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { FileOutcome } from '@/lib/upload/upload-record'
import { BESIDE_CHECKBOX, CHECKBOX, LINE_FIELD, TARGET } from './styles'

type Finding = FileOutcome['holds'][number]

/** Series that are named. */
const NAMED_MAX = 3

/** Shows the findings that hold a load, each with a box that accepts it, and the field for the reason. */
export function Findings({ outcomes, view }: { outcomes: readonly FileOutcome[]; view: View }) {
  const t = translatorFor(view.locale)
  const found = outcomes.flatMap(({ holds }) => holds)
  if (found.length === 0) return null
  const rules = [...new Set(found.map(({ rule }) => rule))]
  return (
    <section aria-labelledby="findings-title" className="mt-8 border-line border-t pt-3">
      <h2 id="findings-title" className="text-sheet">
        {t('load.findings')}
      </h2>
      <p className="max-w-[52em] text-body text-ink-2">{t('load.findingsNote')}</p>
      {rules.map((rule) => (
        <div key={rule} className="border-grid border-b py-3" data-finding={rule}>
          <label style={TARGET} className="flex items-center gap-3 text-body">
            <input type="checkbox" name="accept" value={rule} required style={CHECKBOX} />
            <span className="font-bold">{t(`load.finding-${rule}`)}</span>
            <code className="text-ink-2 text-note">{rule}</code>
          </label>
          {found
            .filter((finding) => finding.rule === rule)
            .map((finding, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: findings of a rule have no name, and never change.
              <FindingText key={index} finding={finding} t={t} />
            ))}
        </div>
      ))}
      <label htmlFor="reason" className="mt-4 block text-body">
        {t('load.reason')}
      </label>
      <input id="reason" name="reason" required maxLength={1000} style={LINE_FIELD} className="field mt-1 w-full" />
    </section>
  )
}

function FindingText({ finding, t }: { finding: Finding; t: Translator }) {
  const { series, from, to, detail, examples } = finding
  const names = series.slice(0, NAMED_MAX).join(', ')
  const rest = series.length - NAMED_MAX
  return (
    <div style={BESIDE_CHECKBOX} className="mt-1 text-note">
      <p lang={languageTag('en')}>{detail}</p>
      <p className="text-ink-2">
        {from === to ? from : t('load.span', { from, to })}{' '}
        {rest > 0 ? t('load.seriesMore', { names, count: rest }) : names}
      </p>
      {examples.length > 0 && (
        <ul className="mt-1">
          {examples.map(({ series: code, date, column, before, after }) => (
            <li key={`${code}.${date}.${column}`}>
              {code} {date} {column === 'week' ? t('load.publishedWeek') : column}{' '}
              <span className="text-ink-2">{shown(before, column)}</span> → <b>{shown(after, column)}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function shown(value: number | null, column: string): string {
  if (value === null) return '—'
  return column === 'week' ? `${formatPercent(value)}%` : String(value).replace('-', '−')
}
