import type { ReactNode } from 'react'
import { mayOpen } from '@/lib/access/may-open'
import type { ParameterFault } from '@/lib/address/parameter-fault'
import { acceptedValues } from '@/lib/address/parameters/accepted-values'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { To } from '../text/to'
import { StateMessage } from './state-message'

interface ProblemMessageProps {
  /** The wrong parameter, with the path of its page; null when the address leads nowhere. */
  fault: (ParameterFault & { page: string }) | null
  /** Path without a page; null when it cannot be repeated. */
  missing: string | null
  /** Whether the reader may not see the page that was asked for, there or not. */
  isRefused: boolean
  view: View
}

/** Says what is wrong with an address or with asking for it, what it may be instead, and where to go on. */
export function ProblemMessage({ fault, missing, isRefused, view }: ProblemMessageProps) {
  const t = translatorFor(view.locale)
  const links = [
    ['/', t('problem.home')],
    ['/factors', t('problem.factors')],
    ['/weeks', t('problem.archive')],
  ] as const
  const open = links.filter(([path]) => mayOpen(path))
  return (
    <StateMessage title={t(`problem.${fault ? 'fault' : isRefused ? 'refused' : 'missing'}Title`)}>
      {fault ? (
        <FaultText fault={fault} view={view} />
      ) : (
        <p className="wrap-anywhere">
          {isRefused && t('problem.refused')}
          {!isRefused && (missing === null ? t('problem.missingAny') : t('problem.missing', { path: missing }))}
        </p>
      )}
      <p className="mt-3 flex flex-wrap gap-x-6 max-mid:[&>*]:py-2.5">
        {fault && (
          <To path={fault.page} view={view} className="prose-link">
            {t('problem.without')}
          </To>
        )}
        {open.map(([path, text]) => (
          <To key={path} path={path} view={view} className="prose-link">
            {text}
          </To>
        ))}
        <button type="button" data-shortcut="openSearch" aria-haspopup="dialog" className="prose-link noscript:hidden">
          {t('problem.search')}
        </button>
      </p>
    </StateMessage>
  )
}

function FaultText({ fault, view }: { fault: ParameterFault & { page: string }; view: View }): ReactNode {
  const t = translatorFor(view.locale)
  const { page, parameter, value, reason } = fault
  const { format, words } = acceptedValues(page, parameter)
  const accepted = { parameter, words: words.join(view.locale === 'zh' ? '、' : ', '), latest: view.latest }
  return (
    <>
      <p className="wrap-anywhere">
        {t(`problem.reason-${reason === 'value' && value === '' ? 'empty' : reason}`, { parameter, value })}
      </p>
      {reason === 'value' && <p className="wrap-anywhere mt-2">{t(`problem.accepts-${format}`, accepted)}</p>}
    </>
  )
}
