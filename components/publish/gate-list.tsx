import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { blocks, type GateFinding } from '@/lib/publish/week/gate-rules'

/** Findings listed on a page; a market of thousands of series may lack a day in all of them. */
const LISTED_MAX = 60

/** Lists what the gate finds in the draft of a week: what blocks, then what warns, each with the name of its rule. */
export function GateList({ findings, view }: { findings: GateFinding[]; view: View }) {
  const t = translatorFor(view.locale, view.window)
  if (findings.length === 0) return <p className="mt-2">{t('publish.gateClear')}</p>
  const shown = findings.slice(0, LISTED_MAX)
  return (
    <ul className="mt-2 max-w-[64em]" data-gate>
      {shown.map((finding) => (
        <li
          key={`${finding.rule} ${finding.text}`}
          data-rule={finding.rule}
          className="grid gap-x-4 border-grid border-t py-1.5 first:border-t-0 mid:grid-cols-[15em_minmax(0,1fr)]"
        >
          <span>
            <b className={blocks(finding) ? '' : 'font-normal text-ink-2'}>
              {t(blocks(finding) ? 'publish.blocks' : 'publish.warns')}
            </b>{' '}
            {t(`publish.rule-${finding.rule}`)}
          </span>
          <span>
            {finding.text}{' '}
            {!blocks(finding) && <code className="ml-1 whitespace-nowrap text-ink-2">{finding.rule}</code>}
          </span>
        </li>
      ))}
      {findings.length > shown.length && (
        <li className="text-ink-2">{t('publish.moreFindings', { count: findings.length - shown.length })}</li>
      )}
    </ul>
  )
}
