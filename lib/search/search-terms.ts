import { pinyin } from 'pinyin-pro'
import { wordsOf } from './match-terms'

/**
 * Returns the texts that find a name, in the form of `matchTerms`: "日/ri 内/nei 高/gao". A Han character is found by
 * itself and by each of its sounds, without tone and with v for ü, so that 重采样 is found by either reading of 重.
 */
export function searchTerms(text: string): string {
  return wordsOf(text).map(waysToType).join(' ')
}

function waysToType(word: string): string {
  if (!/\p{Script=Han}/u.test(word)) return word
  const sounds = pinyin(word, { multiple: true, toneType: 'none', type: 'array', v: true })
  return [...new Set([word, ...sounds])].join('/')
}
