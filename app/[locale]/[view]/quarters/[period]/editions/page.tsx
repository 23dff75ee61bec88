import type { Metadata } from 'next'
import { type IssueParams, issueEditionsTitle, showIssueEditions } from '../../../issues/show-issue'

interface EditionsRouteProps {
  params: IssueParams
}

export function generateMetadata({ params }: EditionsRouteProps): Promise<Metadata> {
  return issueEditionsTitle(params, 'quarter')
}

/** Shows the editions of a quarter, what each one changed, and what stands before the next. */
export default function Editions({ params }: EditionsRouteProps) {
  return showIssueEditions(params, 'quarter')
}
