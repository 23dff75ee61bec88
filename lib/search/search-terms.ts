import { pinyin } from 'pinyin-pro'
import { wordsOf } from './match-terms'

/**
 * What may be typed for a text, as `matchTerms` reads it: "日/ri 内/nei 高/gao". A Han character answers to itself and to
 * every sound that it has, without tone and with v for ü: who looks for 重采样 should not have to know which one we heard.
 */
export function searchTerms(text: string): string {
  return wordsOf(text).map(waysToType).join(' ')
}

function waysToType(word: string): string {
  if (!/\p{Script=Han}/u.test(word)) return word
  const sounds = pinyin(word, { multiple: true, toneType: 'none', type: 'array', v: true })
  return [...new Set([word, ...sounds])].join('/')
}
