import type { Cell } from '@/lib/analysis/cell'
import { signOf } from '@/lib/base/format'
import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'

/** Joins parts: "A、B" or "A, B and C". */
export function listed(t: Translator, parts: string[], joiner: 'figures' | 'words' = 'words'): string {
  const comma = t(joiner === 'figures' ? 'keyPoints.comma' : 'keyPoints.listComma')
  const and = t(joiner === 'figures' ? 'keyPoints.and' : 'keyPoints.listAnd')
  const head = parts.slice(0, -1).join(comma)
  return head === '' ? (parts[0] ?? '') : `${head}${and}${parts.at(-1)}`
}

/** Formats a count in a sentence: in Chinese in words up to 99, with 两 for 2; in English in digits. */
export function countWord(locale: Locale, count: number): string {
  if (locale !== 'zh' || count > 99) return String(count)
  if (count === 2) return '两'
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  if (tens === 0) return DIGITS[ones] ?? ''
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`
}

/** Lowers the first letter for the middle of an English sentence: "deep learning"; "NLP" stays. */
export function inSentence(name: string, locale: Locale): string {
  return locale === 'en' && /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** Returns rows whose printed figure is a gain or a loss, the strongest first. */
export function ranked<Row>(rows: Row[], cellOf: (row: Row) => Cell, sign: 'up' | 'down'): Row[] {
  const matching = rows.filter((row) => signOf(cellOf(row).value) === sign)
  const direction = sign === 'up' ? -1 : 1
  return matching.sort((a, b) => direction * (known(cellOf(a)) - known(cellOf(b))))
}

function known({ id, value }: Cell): number {
  if (value === null) throw new TypeError(`${id} has no value to rank by`)
  return value
}

const DIGITS = '零一二三四五六七八九'
