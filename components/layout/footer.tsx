import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { Report } from '@/lib/report/model/report'
import { FreshnessLine } from '../data/freshness-line'
import { unbrokenDates } from '../text/unbroken'
import { DemoMark } from './demo-mark'

interface FooterProps {
  view: View
  isDemo: boolean
  publisher: string
  /** The issue of the page's report; null on other pages. */
  issue?: Report['issue']
  /** Code of the page's market, if the view does not contain it. */
  market?: string | undefined
}

/** Shows publisher, risks, source and the current convention at the foot of each page. */
export function Footer({ view, isDemo, publisher, issue = null, market = view.market }: FooterProps) {
  const t = translatorFor(view.locale)
  const issueDate = issue?.issueDate ?? null
  return (
    <footer className="page mt-14 pb-12 text-ink-2 text-note">
      <div className="grid gap-x-14 gap-y-2 border-line border-t pt-4 mid:grid-cols-[176px_1fr]">
        <div>
          <p>{publisher}</p>
          {issueDate && <p>{t('week.issued', { date: issueDate })}</p>}
          {isDemo && <DemoMark view={view} />}
        </div>
        <div className="max-w-[60em] text-pretty">
          {issue && issue.authors.length > 0 && (
            <p>
              {t('footer.authors')} {issue.authors.join(t('keyPoints.comma'))}
            </p>
          )}
          <FreshnessLine view={view} market={market} />
          <p>{t('footer.risk')}</p>
          <p>
            {unbrokenDates(t('footer.source', { publisher, demo: isDemo ? 'yes' : 'no' }))}
            {view.locale !== 'zh' && ' '}
            {t(`footer.${view.convention}`)}
          </p>
        </div>
      </div>
    </footer>
  )
}
