import type { Metadata } from 'next'
import { type IssueParams, issueTitle, showIssue } from '../../issues/show-issue'

interface QuarterPageProps {
  params: IssueParams
}

export function generateMetadata({ params }: QuarterPageProps): Promise<Metadata> {
  return issueTitle(params, 'quarter')
}

/** Shows the report of one quarter. */
export default function QuarterPage({ params }: QuarterPageProps) {
  return showIssue(params, 'quarter')
}
