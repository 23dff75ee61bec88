/** Returns an answer that is one short text and is never cached. A line break is added. */
export function plainText(status: number, text: string, more: Record<string, string> = {}): Response {
  const headers = { 'cache-control': 'no-store', 'content-type': 'text/plain; charset=utf-8', ...more }
  return new Response(`${text}\n`, { status, headers })
}
