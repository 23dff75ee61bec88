import type { Metadata } from 'next'
import { PageFrame } from '@/components/layout/page-frame'
import { ProblemMessage } from '@/components/state/problem-message'
import { pageView } from '@/lib/address/page-view'
import type { PageParameters } from '@/lib/address/parameters/packed'
import { faultParameters, missingParameters } from '@/lib/address/parameters/problem-parameters'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { translatorFor } from '@/lib/messages/translate'

interface ProblemPageProps {
  params: Promise<{ locale: string; view: string }>
}

export async function generateMetadata({ params }: ProblemPageProps): Promise<Metadata> {
  const { locale, parameters } = await pageView(params)
  const t = translatorFor(locale)
  return { title: t(`problem.${problemOf(parameters)}Title`), robots: { index: false } }
}

/** Returns which problem the parameters of the page describe. */
function problemOf(parameters: PageParameters): 'fault' | 'missing' | 'refused' {
  if (faultParameters.safeParse(parameters).success) return 'fault'
  return parameters.refused === undefined ? 'missing' : 'refused'
}

/** Says why an address has no page: nothing is there, one of its parameters is wrong, or the reader may not see it. */
export default async function ProblemPage({ params }: ProblemPageProps) {
  const view = await pageView(params)
  const fault = faultParameters.safeParse(view.parameters).data ?? null
  const { missing = null, refused } = missingParameters.safeParse(view.parameters).data ?? {}
  // Links to the page itself, such as to the other language, lead to the address that has no page.
  const shown = { ...view, parameters: {} }
  const path = fault?.page ?? missing ?? '/'
  return (
    <PageFrame view={shown} path={path} current={null} isDemo={await wasDemoLoaded(view)}>
      <ProblemMessage fault={fault} missing={missing} isRefused={refused !== undefined} view={shown} />
    </PageFrame>
  )
}
