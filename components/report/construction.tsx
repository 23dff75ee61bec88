import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { PortfolioSection } from '@/lib/report/model/report'
import { Formula } from '../text/formula'
import { SentOnce } from '../text/sent-once'

/** Shows how the portfolios are built: constraints as a list, the objective as a formula, execution and cost. */
export function Construction({ section, view }: { section: PortfolioSection; view: View }) {
  const t = translatorFor(view.locale, view.window)
  return (
    <SentOnce as="div" className="mt-3 grid gap-x-14 gap-y-4 pair:grid-cols-[minmax(0,52em)_minmax(0,368px)]">
      <div className="max-w-[52em]">
        <h3 className="text-sheet">{t('sections.constraints')}</h3>
        <ol className="list-decimal pl-5 text-ink-2 marker:text-ink-3">
          {section.constraints.map((constraint) => (
            <li key={constraint} className="py-0.5">
              {constraint}
            </li>
          ))}
        </ol>
        <p className="mt-2 text-ink-2">{section.assumptions}</p>
      </div>
      <div>
        <h3 className="text-sheet">{t('sections.objective')}</h3>
        <Formula tex={section.objective} isBlock />
        <dl className="text-ink-2 text-note">
          {section.objectiveLegend.map(({ symbol, meaning }) => (
            <div key={symbol} className="flex gap-2">
              <dt className="w-5">
                <Formula tex={symbol} />
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </div>
    </SentOnce>
  )
}
