import type { View } from '@/lib/address/view'
import { CONVENTIONS } from '@/lib/base/convention'
import { translatorFor } from '@/lib/messages/translate'
import { currentScope } from '@/lib/scope/current-scope'
import { To } from '../text/to'

interface ConventionSwitchProps {
  view: View
  path: string
  /** Classes of each link. */
  className?: string
}

/** Shows both conventions: the current one is highlighted, the other is a link to the same page. A shared edition has one. */
export function ConventionSwitch({ view, path, className = '' }: ConventionSwitchProps) {
  const t = translatorFor(view.locale)
  const isFixed = currentScope().share?.shown.kind === 'edition'
  const shown = CONVENTIONS.filter((convention) => !isFixed || convention === view.convention)
  return (
    <span className="ml-1 inline-flex gap-2.5">
      {shown.map((convention) => (
        <To
          key={convention}
          path={path}
          view={{ ...view, convention }}
          aria-current={convention === view.convention ? 'true' : undefined}
          className={`choice ${className}`}
        >
          {t(`week.${convention}`)}
        </To>
      ))}
    </span>
  )
}
