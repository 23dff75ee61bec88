import type { ReactNode } from 'react'
import { pathWith } from '@/lib/address/parameters/packed'
import { searchHref } from '@/lib/address/search-href'
import { addressOf, type View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { thePublisher } from '@/lib/publisher/the-publisher'
import type { QualityFinding } from '@/lib/report/model/report'
import { currentScope } from '@/lib/scope/current-scope'
import { SteadyPrint } from '../chart/steady-print'
import { RestatedWeek } from '../data/restated-week'
import { PageShortcuts } from '../shortcuts/page-shortcuts'
import { Footer } from './footer'
import { Masthead, type NavName } from './masthead'
import { OldVersion } from './old-version'
import { SharedFoot, SharedLine } from './shared-line'

interface PageFrameProps {
  view: View
  /** Path of the page; its own parameters are in the view, and links to the page itself keep them. */
  path: string
  current: NavName | null
  isDemo: boolean
  /** Element between masthead and content, such as the week bar. */
  bar?: ReactNode
  /** Restatements in the week of the page, shown above its main part. */
  restated?: readonly QualityFinding[]
  footer?: ReactNode
  /** Code of the page's market, if the view does not contain it. */
  market?: string | undefined
  /**
   * Id of the last element that must be present before the first paint, so that a slowly loading page does not move.
   */
  paintAfter?: string | undefined
  children: ReactNode
}

/** Shows the common parts of every page: masthead, lines about an old version and a restated week, main part, foot. */
export function PageFrame({
  view,
  path,
  current,
  isDemo,
  bar,
  restated = [],
  footer,
  market,
  paintAfter = 'masthead',
  children,
}: PageFrameProps) {
  const t = translatorFor(view.locale)
  const here = pathWith(path, view.parameters)
  const { share } = currentScope()
  return (
    <>
      <link rel="expect" href={`#${paintAfter}`} blocking="render" />
      <Masthead view={view} path={here} current={current} isDemo={isDemo} />
      {bar}
      {share !== undefined && <SharedLine share={share} view={view} />}
      <OldVersion view={view} path={here} />
      <RestatedWeek findings={restated} view={view} />
      <main id="main" data-mark={isDemo ? t('demo.label') : undefined} tabIndex={-1} className="page outline-none">
        {children}
      </main>
      <SteadyPrint />
      {share === undefined && (
        <PageShortcuts
          index={searchHref(view)}
          home={addressOf('/', view)}
          failed={
            <p role="status" className="print:hidden fixed inset-x-0 bottom-0 border-line border-t bg-bg px-4 py-2">
              {t('search.failed')}
            </p>
          }
        />
      )}
      {footer ?? <Footer view={view} isDemo={isDemo} publisher={thePublisher().name[view.locale]} market={market} />}
      {share !== undefined && <SharedFoot share={share} view={view} />}
    </>
  )
}
