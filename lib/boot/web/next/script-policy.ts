import { createHash } from 'node:crypto'
import type { Answer } from '@/lib/http/kept-answers'

const POLICY = 'content-security-policy'
/** A script with its content in the page: what follows its name, and its content. */
const SCRIPT = /<script((?:\s[^>]*)?)>(.*?)<\/script>/gs
/** Types of what is data, and never run. */
const DATA = /\stype="?(?!module\b|text\/javascript\b)[\w/+-]/

/**
 * Adds, to the policy of a page, which scripts may run: files of this server, and the scripts in the page by the hashes of
 * their content. An attribute such as `onclick`, or a script that somebody managed to put into a text of the page later, never
 * runs. Hashes do not differ by request as nonces do, so that the page can be kept.
 */
export function withScriptPolicy(answer: Answer): Answer {
  const { [POLICY]: own, 'content-type': type } = answer.headers
  if (typeof own !== 'string' || !String(type).startsWith('text/html')) return answer
  const hashes = [...new Set(inlineScripts(answer.body).map(sourceOf))]
  return { ...answer, headers: { ...answer.headers, [POLICY]: [`${own}; script-src 'self'`, ...hashes].join(' ') } }
}

/** Returns the contents of the scripts of a page, each byte as one character. */
function inlineScripts(page: Buffer): string[] {
  const found = page.toString('latin1').matchAll(SCRIPT)
  return [...found]
    .filter(([, attributes = '']) => !/\ssrc=/.test(attributes) && !DATA.test(attributes))
    .map(([, , content = '']) => content)
}

function sourceOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script, 'latin1').digest('base64')}'`
}
