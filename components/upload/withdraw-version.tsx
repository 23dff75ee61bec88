import type { View } from '@/lib/address/view'
import { languageTag } from '@/lib/base/locale'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { Catalogue } from '@/lib/report/model/inputs'
import type { RefusalReason, WithdrawalOutcome, WithdrawalPage } from '@/lib/upload/get-withdrawal-page'
import { CatalogueChanges } from '../data/catalogue-changes'
import { RestatedRows } from '../data/restated-rows'
import { To } from '../text/to'
import { unbrokenDates } from '../text/unbroken'
import { formAddress, OtherWays, SubmitButton, sendingWords } from './form-parts'
import { MovedEditionsTable } from './moved-editions-table'
import { ProblemNote } from './problem-note'
import { SendingForm } from './sending-form'
import { LINE_FIELD } from './styles'

/** Rows, entries and weeks that are listed. */
const ROWS_SHOWN = 200
const WEEKS_SHOWN = 10

interface WithdrawVersionProps {
  version: number
  page: WithdrawalPage
  catalogue: Catalogue
  view: View
}

/** Shows what the withdrawal of a version would do, and the form that carries it out. */
export function WithdrawVersion({ version, page, catalogue, view }: WithdrawVersionProps) {
  const t = translatorFor(view.locale)
  const { mayLoad, problem, outcome, published, refusal } = page
  return (
    <>
      <header className="pt-5 mid:pt-7">
        <p className="text-ink-2">
          <To path={`/data/${version}`} view={view} className="prose-link">
            {t('data.version', { version })}
          </To>
        </p>
        <h1 className="mt-1 text-[23px]/8 mid:text-head">{t('load.withdrawTitle', { version })}</h1>
        <p className="mt-2 max-w-[44em] text-pretty text-body text-ink-2">{t('load.withdrawIntro')}</p>
      </header>
      <ProblemNote problem={problem} view={view} />
      {!mayLoad && (
        <section className="mt-6 max-w-[44em] border-line border-y py-8 text-body text-ink-2">
          <p>{t('load.nobody')}</p>
          <OtherWays view={view} />
        </section>
      )}
      {refusal !== null && (
        <div className="mt-6 max-w-[44em] border-line border-y py-6 text-body" data-load="refused">
          <p>{t('load.withdrawRefused')}</p>
          <ul className="mt-1">
            {refusal.map((reason) => (
              <li key={JSON.stringify(reason)} className="wrap-anywhere mt-1">
                <Reason reason={reason} view={view} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {outcome !== null && (
        <Withdrawal version={version} outcome={outcome} published={published} catalogue={catalogue} view={view} />
      )}
    </>
  )
}

function Reason({ reason: { code, values }, view }: { reason: RefusalReason; view: View }) {
  const t = translatorFor(view.locale)
  if (code !== 'fault') return unbrokenDates(t(`load.refusal-${code}`, shownValues(values)))
  const { column, value, rule, remedy } = values
  return (
    <>
      <bdi className="font-bold">{column}</bdi> <bdi>{value}</bdi> {t(`load.fault-${rule}`)}
      <span lang={languageTag('en')} className="block text-ink-2 text-note">
        {remedy}
      </span>
    </>
  )
}

/** Returns values as sentences show them: a negative number has a minus sign. */
function shownValues(values: Record<string, string | number>): Record<string, string | number> {
  const shown = (value: string | number) => (typeof value === 'string' ? value.replace(/^-(?=[\d.])/, '−') : value)
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)]))
}

interface WithdrawalProps {
  version: number
  outcome: WithdrawalOutcome
  published: WithdrawalPage['published']
  catalogue: Catalogue
  view: View
}

function Withdrawal({ version, outcome, published, catalogue, view }: WithdrawalProps) {
  const t = translatorFor(view.locale)
  const rows = outcome.rowsWithdrawn + outcome.rowsRestated + outcome.rowsNew
  if (rows === 0) return <p className="mt-6 border-line border-y py-6 text-body">{t('load.withdrawNothing')}</p>
  const changes = outcome.changes
    .slice(0, ROWS_SHOWN)
    .map(({ before, ...change }) => ({ ...change, before: before ?? {} }))
  return (
    <div data-load="withdraw">
      <ul className="mt-5 max-w-[44em] text-body">
        {sentences(outcome, t).map((sentence) => (
          <li key={sentence}>{unbrokenDates(sentence)}</li>
        ))}
      </ul>
      {published !== null && (
        <MovedEditionsTable
          published={published}
          hasEntries={outcome.entries.length > 0}
          catalogue={catalogue}
          view={view}
        />
      )}
      <SendingForm
        action={formAddress(`/withdrawals/${version}`, view)}
        bytesMax={0}
        words={sendingWords('withdrawing', 0, view)}
      >
        <input type="hidden" name="against" value={view.latest} />
        <label htmlFor="reason" className="mt-4 block text-body">
          {t('load.reason')}
        </label>
        <input id="reason" name="reason" required maxLength={1000} style={LINE_FIELD} className="field mt-1 w-full" />
        <p className="mt-4">
          <SubmitButton isMain>{t('load.withdrawNow', { version })}</SubmitButton>
        </p>
      </SendingForm>
      {changes.length > 0 && (
        <RestatedRows areWithdrawn rows={changes} count={rows} catalogue={catalogue} view={view} />
      )}
      {outcome.entries.length > 0 && (
        <CatalogueChanges entries={outcome.entries.slice(0, ROWS_SHOWN)} count={outcome.entries.length} view={view} />
      )}
    </div>
  )
}

function sentences(
  { rowsWithdrawn, rowsRestated, rowsNew, rowsUnchanged, weeks, newestDays }: WithdrawalOutcome,
  t: Translator,
) {
  const shown = weeks.slice(0, WEEKS_SHOWN).map(({ from, to }) => (from === to ? from : t('load.span', { from, to })))
  const named = shown.join(t('keyPoints.comma'))
  return [
    t('load.withdrawCounts', {
      withdrawn: rowsWithdrawn,
      restated: rowsRestated,
      reopened: rowsNew,
      left: rowsUnchanged,
    }),
    ...(weeks.length === 0 ? [] : [t('load.withdrawWeeks', { weeks: named, rest: weeks.length - shown.length })]),
    ...newestDays.flatMap(({ market, before, after }) =>
      before === after
        ? []
        : [
            t('load.withdrawNewest', {
              market,
              before: before ?? t('load.withdrawNone'),
              after: after ?? t('load.withdrawNone'),
            }),
          ],
    ),
  ]
}
