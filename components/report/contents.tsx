import { familyPath } from '@/lib/address/parameters/week-parameters'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { shownSections } from '@/lib/report/bind/section-id'
import type { FamilyTotals } from '@/lib/report/model/family-totals'
import type { FactorRow, Report } from '@/lib/report/model/report'
import { SentOnce } from '../text/sent-once'
import { To } from '../text/to'
import { familiesOnPage } from './many/many-tables'

/** Half of the bar at the bottom of a phone. */
const BAR =
  'max-mid:fixed max-mid:bottom-0 max-mid:z-9 max-mid:w-1/2 max-mid:border-ink-3 max-mid:border-t max-mid:bg-bg'

interface ContentsProps {
  report: Report
  view: View
  /** Page of the families of a report of many factors, from 1. */
  page: number
}

/**
 * Shows the contents of the report: beside it on a wide screen, in one closed line above it on a narrower one, and on a
 * phone in a bar at the bottom, with a link to the top.
 */
export function Contents({ report, view, page }: ContentsProps) {
  const t = translatorFor(view.locale, view.window)
  return (
    <SentOnce as="aside" className="print:hidden text-note">
      <nav
        aria-label={t('nav.contents')}
        className="wide:sticky wide:top-6 wide:max-h-[calc(100vh-48px)] wide:overflow-y-auto"
      >
        <details data-contents className={`${BAR} wide:hidden max-mid:left-0`}>
          <summary className="link py-1 max-mid:px-4 max-mid:py-3">{t('nav.contents')}</summary>
          <div className="columns-2 gap-x-10 border-line border-b pb-3 max-mid:absolute max-mid:bottom-full max-mid:max-h-[70vh] max-mid:w-screen max-mid:gap-x-4 max-mid:overflow-y-auto max-mid:border-ink-3 max-mid:border-t max-mid:bg-bg max-mid:px-4 max-mid:pt-2 pair:columns-3">
            <ContentsList report={report} view={view} page={page} />
          </div>
        </details>
        <a href="#masthead" className={`${BAR} link right-0 px-4 py-3 text-right mid:hidden`}>
          {t('nav.top')} ↑
        </a>
        <div className="hidden wide:block">
          <h2 className="mb-1">{t('nav.contents')}</h2>
          <ContentsList report={report} view={view} page={page} />
        </div>
      </nav>
    </SentOnce>
  )
}

function ContentsList({ report, view, page }: ContentsProps) {
  const t = translatorFor(view.locale, view.window)
  const last = shownSections(report).filter((section) => section.kind !== 'factor')
  return (
    <>
      <ul>
        {report.market.length > 0 && <Entry target="market" text={t('market.title')} />}
        <Entry target="key-points" text={t('keyPoints.title')} />
        {report.written !== null && report.written.commentary.length > 0 && (
          <Entry target="commentary" text={t('written.commentary')} />
        )}
        {report.many ? (
          <>
            <Entry target="table-1" text={t('many.families')} />
            <Entry target="unusual" text={t('many.unusual')} />
          </>
        ) : (
          <Entry target="table-1" text={`${t('tables.table1')} ${t('tables.table1Title')}`} />
        )}
        {report.table2.length > 0 && (
          <Entry target="table-2" text={`${t('tables.table2')} ${t('sections.portfoliosShort')}`} />
        )}
        <Entry target="week-before" text={t('weekBefore.title')} />
        {report.similarWeeks && <Entry target="similar-weeks" text={t('similar.short')} />}
      </ul>
      {report.many && report.window === 'week' && (
        <FamilyLinks report={report} families={familiesOnPage(report.many, page)} view={view} />
      )}
      {(report.many ? [] : familiesOf(report)).map(({ name, rows }) => (
        <div key={rows[0]?.code} className="break-inside-avoid">
          <p className="pt-2.5 text-ink-3">{name}</p>
          <ul>
            {rows.map((row) => (
              <Entry key={row.code} target={`section-${row.number}`} number={row.number} text={row.shortName} />
            ))}
          </ul>
        </div>
      ))}
      <ul className="pt-2.5">
        {last.map((section) => (
          <Entry
            key={section.number}
            target={`section-${section.number}`}
            number={section.number}
            text={section.kind === 'portfolios' ? t('sections.portfoliosShort') : section.title}
          />
        ))}
      </ul>
    </>
  )
}

/** Returns the families with their factors, without hidden sections; in the order of the sections if the desk chose one. */
function familiesOf(report: Report): { name: string; rows: FactorRow[] }[] {
  const { written, table1 } = report
  if (written === null) return table1
  const shown = shownSections(report).filter((section) => section.kind === 'factor')
  if (written.source.sectionOrder.length === 0) {
    const codes = new Set(shown.map(({ code }) => code))
    const left = table1.map(({ name, rows }) => ({ name, rows: rows.filter(({ code }) => codes.has(code)) }))
    return left.filter(({ rows }) => rows.length > 0)
  }
  const rowOf = new Map(table1.flatMap(({ rows }) => rows).map((row) => [row.code, row]))
  const groups: { name: string; rows: FactorRow[] }[] = []
  for (const { code, familyName } of shown) {
    const row = rowOf.get(code)
    if (row === undefined) continue
    const last = groups.at(-1)
    if (last?.name === familyName) last.rows.push(row)
    else groups.push({ name: familyName, rows: [row] })
  }
  return groups
}

/** Shows links to the pages of the families. */
function FamilyLinks({ report, families, view }: { report: Report; families: FamilyTotals[]; view: View }) {
  return (
    <ul className="pt-2.5">
      {families.map(({ code, name }) => (
        <li key={code}>
          <To
            path={familyPath(report.week.asOf, code)}
            view={view}
            className="block py-0.5 text-ink-2 hover:text-accent max-mid:py-3"
          >
            {name}
          </To>
        </li>
      ))}
    </ul>
  )
}

function Entry({ target, number, text }: { target: string; number?: number; text: string }) {
  return (
    <li>
      <a href={`#${target}`} className="contents-entry">
        {number !== undefined && <span className="contents-number">{number}</span>}
        <span>{text}</span>
      </a>
    </li>
  )
}
