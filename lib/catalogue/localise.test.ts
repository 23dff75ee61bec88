import { describe, expect, it } from 'vitest'
import { localise } from './localise'

const ENTRY = { code: 'a', nameZh: '甲', nameEn: 'A', referenceZh: null, referenceEn: 'Book', position: 3 }

describe('localise', () => {
  it('keeps the texts of one language, without suffix, and all other fields', () => {
    expect(localise(ENTRY, 'zh')).toEqual({ code: 'a', name: '甲', reference: null, position: 3 })
    expect(localise(ENTRY, 'en')).toEqual({ code: 'a', name: 'A', reference: 'Book', position: 3 })
  })

  it('keeps lists of texts', () => {
    expect(localise({ authorsZh: ['张三'], authorsEn: ['San Zhang'] }, 'en')).toEqual({ authors: ['San Zhang'] })
  })
})
