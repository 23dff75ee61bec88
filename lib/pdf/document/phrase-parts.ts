import { type Sign, signOf } from '@/lib/base/format'
import type { Phrase } from '@/lib/report/model/report'
import { partText } from '@/lib/report/text/phrase'

interface SetPart {
  kind: 'text' | 'name' | 'figure'
  text: string
  tone: Sign
}

/** Returns a phrase in parts for the template: figures in percent with their tone. */
export function phraseParts(phrase: Phrase): SetPart[] {
  return phrase.map((part) => {
    if (part.kind === 'figure') return { kind: 'figure', text: partText(part), tone: signOf(part.value) }
    return { kind: part.kind === 'name' ? 'name' : 'text', text: part.text, tone: 'flat' }
  })
}
