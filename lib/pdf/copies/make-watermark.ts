import { typeset } from '../compiler'
import { cleaned } from '../document/clean-text'
import type { MadeDocument, WatermarkOrder } from '../order'

/** Makes the page that is laid over those of a copy. The same order gives the same bytes. */
export function makeWatermark(order: WatermarkOrder): MadeDocument {
  const { text, locale: lang, width, height } = cleaned(order)
  const files = new Map([['document.json', JSON.stringify({ text, lang, width, height })]])
  const { bytes, fault } = typeset({ template: 'watermark.typ', files })
  return { bytes: Uint8Array.from(bytes), fault }
}
