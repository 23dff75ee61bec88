import { hasAccounts } from '@/lib/access/has-accounts'
import type { PublishProblem } from '@/lib/address/parameters/edition-parameters'
import type { View } from '@/lib/address/view'
import { CONVENTIONS } from '@/lib/base/convention'
import { WARNING_RULES } from '@/lib/editions/edition-record'
import { translatorFor } from '@/lib/messages/translate'
import { blocks } from '@/lib/publish/week/gate-rules'
import { type DraftSection, type EditionsPage, newestNumber } from '@/lib/publish/week/get-editions-page'
import { SubmitButton, sendingWords } from '../upload/form-parts'
import { SendingForm } from '../upload/sending-form'
import { LINE_FIELD, NOTE, TARGET } from '../upload/styles'

interface PublishFormProps {
  page: EditionsPage
  draft: DraftSection
  view: View
}

/**
 * Shows the forms by which a week is submitted, published, corrected and withdrawn: folded away where weeks publish
 * themselves, and while the newest edition says what would be published.
 */
export function PublishForm({ page, draft, view }: PublishFormProps) {
  const t = translatorFor(view.locale)
  if (draft.version !== view.latest) return <p className="mt-4 text-ink-2 text-note">{t('publish.onlyNewest')}</p>
  const [edition] = page.editions
  const isNewest = edition !== undefined && edition.state !== 'withdrawn' && draft.version <= edition.version
  const isSaid = isNewest && draft.changedTexts.length === 0
  if (!page.publishesItself && (!isSaid || page.state === 'in-review')) {
    return (
      <section aria-labelledby="publish-title" className="mt-6">
        <h3 id="publish-title" className="font-bold text-body">
          {t('publish.formTitle')}
        </h3>
        <Forms page={page} draft={draft} view={view} />
      </section>
    )
  }
  return (
    <details className="mt-4">
      <summary style={TARGET} className="link cursor-pointer py-2.5 text-body">
        {t(edition === undefined ? 'publish.formByHand' : 'publish.formAgain')}
      </summary>
      <Forms page={page} draft={draft} view={view} />
    </details>
  )
}

function Forms({ page, draft, view }: PublishFormProps) {
  const t = translatorFor(view.locale)
  const [edition] = page.editions
  return (
    <>
      <p className="mt-1 max-w-[44em] text-pretty text-ink-2">{t('publish.freezes', { version: draft.version })}</p>
      {hasAccounts() && <p className="max-w-[44em] text-pretty text-ink-2">{t('publish.roles')}</p>}
      <Publication page={page} draft={draft} view={view} />
      {edition !== undefined && edition.state !== 'withdrawn' && (
        <Withdrawal page={page} draft={draft} number={edition.number} view={view} />
      )}
    </>
  )
}

/** Returns the address that takes the form of a week; its page is shown in the language and market of the view. */
function actionOf(asOf: string, { locale, convention, market }: View): string {
  const own = market === undefined ? '' : `&market=${market}`
  return `/api/publications/${asOf}?locale=${locale}&convention=${convention}${own}`
}

/** What the page shows, which the server compares with what is there when the form arrives. */
function Shown({ page, draft, view }: PublishFormProps) {
  return (
    <>
      <input type="hidden" name="market" value={page.market} />
      <input type="hidden" name="against" value={view.latest} />
      <input type="hidden" name="texts" value={draft.textsSha256} />
      <input type="hidden" name="edition" value={newestNumber(page)} />
    </>
  )
}

function Publication({ page, draft, view }: PublishFormProps) {
  const t = translatorFor(view.locale)
  const { gate } = draft
  const { asOf, editions } = page
  // Whether somebody else has to submit the week is for the server to say, which knows who sends the form.
  const isBlocked = gate.some((finding) => blocks(finding) && finding.rule !== 'review')
  const warned = WARNING_RULES.filter((rule) => gate.some((finding) => finding.rule === rule))
  return (
    <SendingForm action={actionOf(asOf, view)} bytesMax={0} words={sendingWords('publishing', 0, view)}>
      <Shown page={page} draft={draft} view={view} />
      {warned.map((rule) => (
        <Line
          key={rule}
          id={`waive-${rule}`}
          label={t('publish.waive', { rule: t(`publish.rule-${rule}`) })}
          name={`waive-${rule}`}
        />
      ))}
      {editions.length > 0 && <Line id="correction" label={t('publish.correctionReason')} name="reason" />}
      <label htmlFor="convention" className="mt-4 block text-body">
        {t('publish.convention')}
      </label>
      <select
        id="convention"
        name="convention"
        defaultValue={view.convention}
        style={TARGET}
        className="field mt-1 py-1.5 text-body"
      >
        {CONVENTIONS.map((convention) => (
          <option key={convention} value={convention}>
            {t(`publish.convention-${convention}`)}
          </option>
        ))}
      </select>
      {isBlocked && <p className="mt-3 max-w-[44em] text-pretty text-body">{t('publish.mend')}</p>}
      <p className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2">
        {!isBlocked && (
          <SubmitButton what="publish" isMain>
            {t('publish.publishNow', { number: newestNumber(page) + 1 })}
          </SubmitButton>
        )}
        <SubmitButton what="review">{t('publish.submit')}</SubmitButton>
      </p>
    </SendingForm>
  )
}

function Withdrawal({ page, draft, number, view }: PublishFormProps & { number: number }) {
  const t = translatorFor(view.locale)
  return (
    <details className="mt-2">
      <summary style={TARGET} className="link cursor-pointer py-2.5 text-body">
        {t('publish.withdrawTitle', { number })}
      </summary>
      <p className="max-w-[44em] text-pretty text-ink-2">{t('publish.withdrawNote')}</p>
      <SendingForm action={actionOf(page.asOf, view)} bytesMax={0} words={sendingWords('publishing', 0, view)}>
        <Shown page={page} draft={draft} view={view} />
        <Line id="withdrawal" label={t('publish.withdrawReason')} name="withdrawal" isRequired />
        <p className="mt-4">
          <SubmitButton what="withdraw">{t('publish.withdrawNow')}</SubmitButton>
        </p>
      </SendingForm>
    </details>
  )
}

interface LineProps {
  /** Unique on the page. */
  id: string
  label: string
  name: string
  isRequired?: boolean
}

/** Shows a field for one line of text below its label. */
function Line({ id, label, name, isRequired = false }: LineProps) {
  return (
    <>
      <label htmlFor={id} className="mt-4 block text-body">
        {label}
      </label>
      <input
        id={id}
        name={name}
        required={isRequired}
        maxLength={1000}
        style={LINE_FIELD}
        className="field mt-1 w-full"
      />
    </>
  )
}

interface PublishNoteProps {
  problem: PublishProblem | null
  done: 'publish' | 'review' | 'withdraw' | null
  /** Number of the newest edition; 0 before the first. */
  number: number
  view: View
}

/** Says what a form has done, or why it could not be carried out; nothing otherwise. */
export function PublishNote({ problem, done, number, view }: PublishNoteProps) {
  const t = translatorFor(view.locale)
  const look = 'mt-5 max-w-[44em] bg-wash px-4 py-3 text-body'
  if (problem !== null) {
    const isCommon = problem === 'bad-form' || problem === 'busy' || problem === 'failed'
    return (
      <p role="alert" data-problem={problem} style={NOTE} className={look}>
        {isCommon ? t(`load.problem-${problem}`) : t(`publish.problem-${problem}`)}
      </p>
    )
  }
  if (done === null) return null
  return (
    <p role="status" data-done={done} style={NOTE} className={look}>
      {t(`publish.done-${done}`, { number })}
    </p>
  )
}
