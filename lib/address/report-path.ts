import { periodOf, type WindowKind } from '@/lib/base/window-kind'

/** Folder of the reports of each kind. */
export const REPORT_FOLDERS = { week: 'weeks', month: 'months', quarter: 'quarters' } as const satisfies Record<
  WindowKind,
  string
>

/** Returns the path of the report of a day: "/weeks/2024-08-30", "/months/2024-08", "/quarters/2024-Q3". */
export function reportPath(asOf: string, window: WindowKind = 'week'): string {
  return `/${REPORT_FOLDERS[window]}/${reportName(asOf, window)}`
}

/** Returns the last part of that path: "2024-08-30", "2024-08", "2024-Q3". */
export function reportName(asOf: string, window: WindowKind = 'week'): string {
  return window === 'week' ? asOf : periodOf(asOf, window)
}
