import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { To } from '../text/to'

/**
 * Says to somebody who has not been here before what the product is, whose data it shows and where to go on. It is in
 * every page, hidden; the script shows it before the first paint, so that nothing moves, and not to those who closed it.
 */
export function FirstVisit({ view, isDemo }: { view: View; isDemo: boolean }) {
  const t = translatorFor(view.locale)
  const links = [
    ['/', t('firstVisit.week')],
    ['/factors', t('firstVisit.factors')],
    ['/methodology', t('firstVisit.methodology')],
  ] as const
  return (
    <>
      <div id="first-visit" hidden className="bg-wash text-ink-2 text-note">
        <p className="page flex flex-wrap items-baseline gap-x-5 py-2">
          <span>
            {t('firstVisit.says', { publisher: thePublisher().name[view.locale], demo: isDemo ? 'yes' : 'no' })}
          </span>
          {links.map(([path, text]) => (
            <To key={path} path={path} view={view} className="prose-link max-mid:py-3">
              {text}
            </To>
          ))}
          <button type="button" className="link ml-auto max-mid:py-3">
            {t('firstVisit.close')}
          </button>
        </p>
      </div>
      <script {...{ dangerouslySetInnerHTML: { __html: SHOW } }} />
    </>
  )
}

/** Where a browser keeps nothing, the line would come again on every page: it is not shown. */
const SHOW = `{const line=document.getElementById("first-visit");let store;try{store=localStorage;line.hidden=store.getItem("first-visit")!==null}catch{}line.querySelector("button").onclick=()=>{store.setItem("first-visit","closed");line.hidden=true}}`
