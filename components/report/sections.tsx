import type { ReactNode } from 'react'
import type { View } from '@/lib/address/view'
import type { Figure } from '@/lib/figures/page-figure'
import { sheetPosition } from '@/lib/figures/sheet'
import { translatorFor } from '@/lib/messages/translate'
import { sectionId, shownSections } from '@/lib/report/bind/section-id'
import type { FactorSection, PortfolioSection, Report, RiskSection, Section } from '@/lib/report/model/report'
import { ChartFigure } from '../chart/chart-figure'
import { hasSheets } from '../chart/sheets-after-paint'
import { PhraseText } from '../text/phrase-text'
import { SentOnce } from '../text/sent-once'
import { To } from '../text/to'
import { SectionCommentary } from './commentary'
import { Construction } from './construction'
import { ContributionRows } from './contribution-rows'
import { SectionFrame } from './section-frame'

/** Shows the numbered sections: one for each factor, the portfolios, the risks. */
export function Sections({ report, view, path }: { report: Report; view: View; path: string }) {
  return sectionsOnPage(report).map((section) => {
    const own = report.written?.sectionCommentary[sectionId(section)]
    const written = own && <SectionCommentary section={section} blocks={own} report={report} view={view} path={path} />
    if (section.kind === 'factor')
      return <FactorPart key={section.number} section={section} written={written} report={report} view={view} />
    if (section.kind === 'portfolios')
      return <PortfolioPart key={section.number} section={section} written={written} report={report} view={view} />
    return <RiskPart key={section.number} section={section} written={written} />
  })
}

/** Returns the sections of the page: of many factors those of a family, or none of a factor on the page of the week. */
function sectionsOnPage(report: Report): Section[] {
  const { many } = report
  const sections = shownSections(report)
  if (!many) return sections
  return sections.filter(({ kind }) => (kind === 'factor') === (many.shown !== null))
}

interface PartProps<Section> {
  section: Section
  /** What the desk says under the heading. */
  written: ReactNode
  report: Report
  view: View
}

function FactorPart({ section, written, report, view }: PartProps<FactorSection>) {
  const t = translatorFor(view.locale, view.window)
  return (
    <SectionFrame
      section={section}
      written={written}
      link={
        <To path={`/factors/${section.code}`} view={view} className="link">
          {t('sections.factorPage')} →
        </To>
      }
    >
      <SentOnce as="p" className="prose">
        <PhraseText phrase={section.commentary} />
      </SentOnce>
      <LifeTexts texts={section.life} />
      <SentOnce as="p" className="prose-note">
        {section.description}
        {section.reference !== null && <> {t('sections.reference', { title: section.reference })}</>}
      </SentOnce>
      <FigurePair figures={section.figures} report={report} view={view} />
    </SectionFrame>
  )
}

function PortfolioPart({ section, written, report, view }: PartProps<PortfolioSection>) {
  const t = translatorFor(view.locale, view.window)
  return (
    <SectionFrame section={section} written={written}>
      <p className="prose">{section.description}</p>
      <Construction section={section} view={view} />
      {section.parts.map((part) => (
        <div key={part.code} className="mt-8">
          <h3 className="flex flex-wrap items-baseline gap-x-4 text-body">
            {part.name}
            <To path={`/portfolios/${part.code}`} view={view} className="link font-normal text-sheet mid:ml-auto">
              {t('sections.portfolioPage')} →
            </To>
          </h3>
          <SentOnce as="p" className="prose">
            <PhraseText phrase={part.commentary} />
          </SentOnce>
          <LifeTexts texts={part.life} />
          <FigurePair figures={part.figures} report={report} view={view} />
          {part.contributions && (
            <SentOnce as="section" data-contributions={part.code} className="mt-5">
              <h4 className="pb-1.5 text-sheet">
                {t('contributions.title')}
                <span className="ml-2.5 font-normal text-ink-2 text-note">{t('tables.unit')}</span>
              </h4>
              <ContributionRows
                table={part.contributions}
                labels={[report.labels.week, report.labels.month, report.labels.year]}
                hasComponents={false}
                t={t}
              />
            </SentOnce>
          )}
        </div>
      ))}
    </SectionFrame>
  )
}

/** Says that data begin after the inception, and that a series has ended. */
function LifeTexts({ texts }: { texts: string[] }) {
  return texts.map((text) => (
    <p key={text} className="mt-1 text-note">
      {text}
    </p>
  ))
}

function RiskPart({ section, written }: { section: RiskSection; written: ReactNode }) {
  return (
    <SectionFrame section={section} written={written}>
      <SentOnce as="ul" className="mt-2 max-w-[44em] list-disc pl-5 text-body marker:text-ink-3">
        {section.risks.map((risk) => (
          <li key={risk} className="py-0.5">
            {risk}
          </li>
        ))}
      </SentOnce>
    </SectionFrame>
  )
}

function FigurePair({ figures, report, view }: { figures: Figure[]; report: Report; view: View }) {
  return (
    <div className="figure-pair">
      {figures.map((figure) => (
        <ChartFigure
          key={figure.number}
          figure={figure}
          view={view}
          asOf={report.week.asOf}
          sheet={
            hasSheets(view) && report.window === 'week' && !report.many
              ? sheetPosition(figure.number, figureCount(report))
              : null
          }
          layout={figure.kind === 'legs' || figure.kind === 'excess' ? 'bars' : 'line'}
        />
      ))}
    </div>
  )
}

function figureCount({ table1, table2 }: Report): number {
  return 2 * (table1.reduce((sum, { rows }) => sum + rows.length, 0) + table2.length)
}
