import type { View } from '@/lib/address/view'
import type { Report } from '@/lib/report/model/report'
import { sourcedText } from '../summary-text'
import { mailHtml, mailSubject } from './mail'

/** No line of base64 contains it. */
const BOUNDARY = '--factor-weekly'

/** Longest part of a subject in bytes, so that its line stays below 76 characters. */
const WORD_MAX_BYTES = 42

/**
 * Writes the week's summary as a message that a mail client opens as a draft: subject, plain text and HTML.
 * @see RFC 5322 (message), RFC 2046 section 5.1.4 (alternative parts), RFC 2047 (subject)
 */
export function mailMessage(report: Report, view: View, origin: string): string {
  const lines = [
    'X-Unsent: 1',
    `Subject: ${encodedWords(mailSubject(report))}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${BOUNDARY}"`,
    '',
    ...part('text/plain', sourcedText(report, view, origin)),
    ...part('text/html', mailHtml(report, view, origin)),
    `--${BOUNDARY}--`,
    '',
  ]
  return lines.join('\r\n')
}

function part(type: string, content: string): string[] {
  const base64 =
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  return [`--${BOUNDARY}`, `Content-Type: ${type}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', ...base64]
}

/** Writes a text as encoded words, none of which splits a character. */
function encodedWords(text: string): string {
  const words: string[] = ['']
  for (const character of text) {
    const longer = `${words.at(-1)}${character}`
    if (Buffer.byteLength(longer) <= WORD_MAX_BYTES) words[words.length - 1] = longer
    else words.push(character)
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ')
}
