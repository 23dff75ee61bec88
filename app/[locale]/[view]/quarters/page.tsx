import { showLatestIssue } from '../issues/show-issue'

/** Leads to the report of the latest quarter. */
export default function LatestQuarterPage({ params }: { params: Promise<{ locale: string; view: string }> }) {
  return showLatestIssue(params, 'quarter')
}
