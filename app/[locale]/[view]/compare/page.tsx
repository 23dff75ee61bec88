import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CompareBody } from '@/components/compare/compare-body'
import { type CompareState, comparePath } from '@/components/compare/compare-path'
import { EmptyStore } from '@/components/state/empty-store'
import { MAX_COMPARED } from '@/lib/address/chart-address'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { compareParameters } from '@/lib/address/parameters/compare-parameters'
import { addressOf, type View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { getComparePage } from '@/lib/workbench/compare/get-compare-page'

interface ComparePageProps {
  params: Promise<{ locale: string; view: string }>
}

export async function generateMetadata({ params }: ComparePageProps): Promise<Metadata> {
  return { title: translatorFor((await pageView(params)).locale)('compare.title') }
}

/** Shows several factors and portfolios in one chart. A series from the form is added to those in the address. */
export default async function ComparePage({ params }: ComparePageProps) {
  const view = await pageView(params)
  if (view.version === 0) return <EmptyStore view={view} page="compare" />
  const { requestedCodes, state, hasRawFields, find } = stateOf(view)
  if (hasRawFields) redirect(addressOf(comparePath({ ...state, codes: requestedCodes }), view))
  const page = await getComparePage({ ...view, codes: state.codes, from: state.from, to: state.to })
  const leftOut = requestedCodes.length - state.codes.length
  return <CompareBody page={page} state={state} leftOut={leftOut} find={find} view={view} />
}

interface CompareQuery {
  /** Every code, each once. */
  requestedCodes: string[]
  state: CompareState
  /** Does the address contain raw form fields: a series to be added, or an empty date? */
  hasRawFields: boolean
  /** Part of a name or code, for which a reader of many series looks; empty for none. */
  find: string
}

function stateOf(view: View): CompareQuery {
  const { series = '', add, find = '', from, to, axis = 'log', pair } = pageParameters(compareParameters, view)
  const requestedCodes = [...new Set([...series.split(','), ...(add ?? '').split(',')])].filter((code) => code !== '')
  const [a, b] = pair?.split(',') ?? []
  return {
    requestedCodes,
    state: {
      codes: requestedCodes.slice(0, MAX_COMPARED),
      from: from || null,
      to: to || null,
      axis,
      pair: a !== undefined && b !== undefined ? [a, b] : null,
    },
    find,
    hasRawFields: add !== undefined || from === '' || to === '',
  }
}
