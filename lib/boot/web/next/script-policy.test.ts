import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { withScriptPolicy } from './script-policy'

const POLICY = "object-src 'none'"

function policyOf(body: string, headers: Record<string, string> = {}): unknown {
  const own = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY, ...headers }
  return withScriptPolicy({ status: 200, headers: own, body: Buffer.from(body) }).headers['content-security-policy']
}

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`

it('allows the scripts of this server, and those in a page by the hash of their bytes', () => {
  const page = `<script src="/a.js" async=""></script><script>go("因子")</script><script id="b" nonce="">\nlet a
</script><script type="module">c</script><script type="application/json">{}</script><script>go("因子")</script>`
  const hashes = ['go("因子")', '\nlet a\n', 'c'].map(hashOf)
  expect(policyOf(page)).toBe(`${POLICY}; script-src 'self' ${hashes.join(' ')}`)
  expect(policyOf('<p onclick="steal()">')).toBe(`${POLICY}; script-src 'self'`)
})

it('has nothing to say about pictures, tables and answers with a policy of their own', () => {
  expect(policyOf('<script>a</script>', { 'content-type': 'application/json' })).toBe(POLICY)
  const bare = { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from('<script>a</script>') }
  expect(withScriptPolicy(bare)).toBe(bare)
})
