import { showLatestIssue } from '../issues/show-issue'

/** Leads to the report of the latest month. */
export default function LatestMonthPage({ params }: { params: Promise<{ locale: string; view: string }> }) {
  return showLatestIssue(params, 'month')
}
