import type { Metadata } from 'next'
import { type IssueParams, issueTitle, showIssue } from '../../issues/show-issue'

interface MonthPageProps {
  params: IssueParams
}

export function generateMetadata({ params }: MonthPageProps): Promise<Metadata> {
  return issueTitle(params, 'month')
}

/** Shows the report of one month. */
export default function MonthPage({ params }: MonthPageProps) {
  return showIssue(params, 'month')
}
