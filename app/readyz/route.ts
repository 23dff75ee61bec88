import { getLatestVersion } from '@/lib/db/queries/get-latest-version'

/** Readiness: the database answers and there is data to show. */
export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const latest = await getLatestVersion().catch((error: unknown) => {
    console.error(error)
    return 'unreachable' as const
  })
  if (latest === 'unreachable') return answer(503, 'the database does not answer')
  if (latest === null) return answer(503, 'no data has been loaded')
  return answer(200, `data version ${latest.id}`)
}

function answer(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { 'cache-control': 'no-store' } })
}
