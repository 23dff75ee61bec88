import { describe, expect, it } from 'vitest'
import { FaultLog } from '@/lib/import/outcome/fault'
import { encodeGbk } from '@/lib/testing/import/encode-gbk'
import { decodeText } from './decode-text'

describe('GB18030', () => {
  it.each([
    'code,nameZh\nx,动量因子\n',
    'date,series,note\n2024-08-30,x,停牌\n',
    '日期,因子,多头（％）,空头,基准\n',
    '过去一年的收益率，剔除最近一个月；全市场股票。',
    '“日内偏度”的因子值：α＝1.5％～2％',
    '2024年8月30日',
  ])('is believed for %j', (text) => {
    expect(decode(encodeGbk(text)).text).toBe(text)
  })
})

/** The bytes come from iconv: printf '動量因子' | iconv -t BIG5 | xxd -p */
describe('another encoding is refused, and named', () => {
  it.each([
    ['Windows-1252', '4561636820646179927320736b65770a'],
    ['Windows-1252', '73e972696520617070726f6368e965'],
    ['Windows-1252', 'dc62657274f6'],
    ['Big5', 'b0cab671a65da46c'],
    ['Big5', 'b94ca568a440a67eaabab3f8b953'],
    ['Shift-JIS', '838283818393835e8380'],
    ['Shift-JIS', '89df8b8e88ea944e82cc838a835e815b8393'],
    ['EUC-KR', 'b8f0b8e0c5d220c6d1c5cd'],
  ])('%s %s', (name, hex) => {
    const bytes = Buffer.concat([Buffer.from('code,name\nx,'), Buffer.from(hex, 'hex'), Buffer.from('\n')])
    const { text, faults } = decode(new Uint8Array(bytes))
    expect(text).toBeNull()
    expect(faults).toMatchObject([
      { rule: 'wrong-encoding', row: 2, remedy: expect.stringContaining(`probably ${name}`) },
    ])
  })

  it('without a name when none is plausible', () => {
    const { faults } = decode(new Uint8Array(Buffer.from('78789fe78b9de58081dd0a', 'hex')))
    expect(faults).toMatchObject([
      { rule: 'wrong-encoding', row: 1, remedy: expect.stringMatching(/^Save the file as UTF-8/) },
    ])
  })
})

function decode(bytes: Uint8Array) {
  const faults = new FaultLog('text')
  return { text: decodeText(bytes, faults), faults: faults.kept }
}
