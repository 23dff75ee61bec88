import { badRequest } from '@/lib/http/problem'

/** Checks a span. @throws ApiProblem 400 when it ends before it begins */
export function checkSpan(from: string | undefined, to: string | undefined): void {
  if (from === undefined || to === undefined || from <= to) return
  const message = `from must not be after to (${to}), not "${from}".`
  throw badRequest([{ parameter: 'from', value: from, message }])
}
