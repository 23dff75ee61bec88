import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CompareBody } from '@/components/compare/compare-body'
import { type CompareState, comparePath } from '@/components/compare/compare-path'
import { EmptyStore } from '@/components/state/empty-store'
import { MOST_COMPARED } from '@/lib/address/chart-address'
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

/** Several factors and portfolios over each other. What the form adds joins the series of the address. */
export default async function ComparePage({ params }: ComparePageProps) {
  const view = await pageView(params)
  if (view.version === 0) return <EmptyStore view={view} />
  const { asked, state, hasLoose } = stateOf(view)
  if (hasLoose) redirect(addressOf(comparePath({ ...state, codes: asked }), view))
  const page = await getComparePage({ ...view, codes: state.codes, from: state.from, to: state.to })
  return <CompareBody page={page} state={state} leftOut={asked.length - state.codes.length} view={view} />
}

interface Asked {
  /** Every code, each once. */
  asked: string[]
  state: CompareState
  /** Does the address hold what a form left there: a series to be added, a field without a date? */
  hasLoose: boolean
}

function stateOf(view: View): Asked {
  const { series = '', add, from, to, axis = 'log', pair } = pageParameters(compareParameters, view)
  const asked = [...new Set([...series.split(','), ...(add ?? '').split(',')])].filter((code) => code !== '')
  const [a, b] = pair?.split(',') ?? []
  return {
    asked,
    state: {
      codes: asked.slice(0, MOST_COMPARED),
      from: from || null,
      to: to || null,
      axis,
      pair: a !== undefined && b !== undefined ? [a, b] : null,
    },
    hasLoose: add !== undefined || from === '' || to === '',
  }
}
