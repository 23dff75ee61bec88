import { Fragment } from 'react'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { Report } from '@/lib/report/model/report'
import { issueName } from '@/lib/report/text/period-name'
import { phraseText } from '@/lib/report/text/phrase'
import { PhraseText } from '../text/phrase-text'
import { SentOnce } from '../text/sent-once'
import { unbrokenDates } from '../text/unbroken'
import { cellLinks } from './cell-links'
import { Commentary } from './commentary'
import { Glance } from './glance'
import { FamilyGlance } from './many/family-glance'
import { familiesOnPage } from './many/many-tables'
import { MarketLine } from './market-line'
import { ReportExport } from './report-export'
import { WeekFacts } from './week-bar'

interface LeadProps {
  report: Report
  view: View
  path: string
  /** Page of the families of a report of many factors, from 1. */
  page: number
  /** Whether the days of the report end before its month or quarter does. */
  isRunning?: boolean
}

/** Shows the most important facts first: the week, its headline, its key points, and a chart of all factors. */
export function Lead({ report, view, path, page, isRunning = false }: LeadProps) {
  const t = translatorFor(view.locale, view.window)
  const issueDate = report.issue?.issueDate ?? null
  return (
    <div id="first-screen">
      <p className="text-ink-2 text-note mid:text-sheet">
        {weekLine(report, view)}
        {isRunning && <span className="ml-3">{unbrokenDates(t('issues.running', { asOf: report.week.asOf }))}</span>}
        {issueDate && <span className="ml-3">{t('week.issued', { date: issueDate })}</span>}
      </p>
      <SentOnce as="h1" className="mt-1 mb-2 text-[23px]/8 tracking-[0.01em] mid:mb-4 mid:text-head">
        {report.headline.map((clause) => (
          <Fragment key={clause}>
            <span className="inline-block">{clause.trimEnd()}</span>
            {clause.endsWith(' ') && ' '}
          </Fragment>
        ))}
      </SentOnce>
      <WeekFacts report={report} view={view} path={path} inline />
      <div className="grid items-start gap-x-16 wide:grid-cols-[minmax(0,1fr)_432px]">
        <div>
          <MarketLine report={report} view={view} />
          {report.written ? (
            <>
              <KeyPoints report={report} view={view} path={path} />
              <Commentary report={report} view={view} path={path} />
            </>
          ) : (
            <KeyPoints report={report} view={view} path={path} />
          )}
        </div>
        {report.many ? (
          <FamilyGlance families={familiesOnPage(report.many, page)} report={report} view={view} />
        ) : (
          <Glance report={report} view={view} />
        )}
      </div>
    </div>
  )
}

function KeyPoints({ report, view, path }: Omit<LeadProps, 'page' | 'isRunning'>) {
  const t = translatorFor(view.locale, view.window)
  const hrefOf = cellLinks(report, view, path)
  return (
    <section id="key-points" aria-label={t('keyPoints.title')}>
      <SentOnce as="dl" className="max-w-[40em] text-body">
        {report.keyPoints.map(({ label, text }) => (
          <div key={`${label} ${phraseText(text)}`} className="key-point">
            <dt className={`font-bold text-sheet leading-6 ${view.locale === 'zh' ? 'w-10 mid:w-12' : 'w-17'}`}>
              {label}
            </dt>
            <dd className="text-pretty">
              <PhraseText phrase={text} hrefOf={hrefOf} />
            </dd>
          </div>
        ))}
      </SentOnce>
      <p className="max-w-[54em] text-ink-3 text-note">{t('keyPoints.order')}</p>
      {!report.many && <PlainList report={report} view={view} />}
      <ReportExport report={report} view={view} />
    </section>
  )
}

/** Shows each factor and portfolio in a line of text, on request. */
function PlainList({ report, view }: { report: Report; view: View }) {
  const t = translatorFor(view.locale, view.window)
  return (
    <SentOnce as="details" className="mt-1 max-w-[52em] text-note">
      <summary className="link w-fit py-1 before:mr-1.5 before:inline-block before:content-['▸'] max-mid:py-3 in-[[open]]:before:rotate-90">
        {t('plainList.title')}
      </summary>
      <ul>
        {report.plainList.map(({ code, text }) => (
          <li key={code} className="py-0.5">
            {phraseText(text)}
          </li>
        ))}
      </ul>
    </SentOnce>
  )
}

/** Returns "2024 年第 35 周，8 月 26 日至 30 日"; of an issue "2024 年 8 月，8 月 1 日至 30 日". */
function weekLine({ week, window }: Report, view: View): string {
  const t = translatorFor(view.locale, view.window)
  const parts = (date: string) => ({ month: String(Number(date.slice(5, 7))), day: Number(date.slice(8, 10)) })
  const [from, to] = [parts(week.firstDay), parts(week.asOf)]
  const sameMonth = from.month === to.month
  const days = {
    from: view.locale === 'en' && sameMonth ? String(from.day) : t('week.day', from),
    to: view.locale === 'zh' && sameMonth ? t('week.dayOnly', to) : t('week.day', to),
  }
  if (window !== 'week') return t('issues.line', { name: issueName(week.asOf, window, t), ...days })
  return t('week.line', { year: String(week.isoYear), week: week.isoWeek, ...days })
}
