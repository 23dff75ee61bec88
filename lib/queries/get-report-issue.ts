import { z } from 'zod'
import { prisma } from '@/lib/db'
import type { ReportIssueModel } from '@/lib/generated/prisma/models'
import { toIsoDate } from '@/lib/queries/plain-date'

interface Parameters {
  /** Last trading day of the week, ISO date. */
  weekEnd: string
}

const related = z.array(z.object({ date: z.iso.date(), titleZh: z.string(), titleEn: z.string() }))

export interface ReportIssue extends Omit<ReportIssueModel, 'weekEnd' | 'issueDate' | 'related'> {
  /** ISO date. */
  weekEnd: string
  /** ISO date. */
  issueDate: string
  /** Earlier reports, newest first. */
  related: z.infer<typeof related>
}

/** The published issue about a week; null when the week has none. */
export async function getReportIssue({ weekEnd }: Parameters): Promise<ReportIssue | null> {
  const issue = await prisma.reportIssue.findUnique({ where: { weekEnd: new Date(weekEnd) } })
  if (issue === null) return null
  return {
    ...issue,
    weekEnd: toIsoDate(issue.weekEnd),
    issueDate: toIsoDate(issue.issueDate),
    related: related.parse(issue.related),
  }
}
